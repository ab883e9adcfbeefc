package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.BLOCK;
import static org.lenetlab.backend.simd.Lanes.LOGICAL;

import org.lenetlab.api.network.Shape;

/**
 * A tensor whose rows are cut into tiles, of which each is given by its values at the eight points
 * of {@link WinogradStep}, laid out [point][channel][row][tile][image].
 *
 * @param shape at one point; its width is the number of tiles
 * @param place where it lies in a worker's part of the arena
 * @param plane how far neighbouring points are apart
 */
record TiledTensor(Shape shape, int place, int plane) {
  static final int POINTS = 8;

  /** Keeps a tile's points from competing for the same lines of the first-level cache. */
  private static final int APART = 9 * LOGICAL;

  static TiledTensor reserve(Shape shape, Arena scratch) {
    int plane = shape.size() * BLOCK + APART;
    return new TiledTensor(shape, scratch.reserve(POINTS * plane), plane);
  }

  /** Where the values at a point begin. */
  int at(int point) {
    return place + point * plane;
  }

  /** The number of rows of all channels, which follow each other. */
  int rows() {
    return shape.channels() * shape.height();
  }
}
