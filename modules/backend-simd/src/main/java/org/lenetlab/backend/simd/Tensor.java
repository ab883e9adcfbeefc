package org.lenetlab.backend.simd;

import org.lenetlab.api.network.Shape;

/**
 * The values between two ops for a block of images, laid out [channel][row][column][image].
 *
 * @param values where the values lie in a worker's part of the arena
 * @param derivatives where the loss's derivatives with respect to them lie; may be the same place,
 *     if nothing needs the values any more when the derivatives are written
 */
record Tensor(Shape shape, int values, int derivatives) {

  /** Number of floats. */
  int length() {
    return shape.size() * Lanes.BLOCK;
  }

  /** Number of floats of one channel. */
  int plane() {
    return shape.plane() * Lanes.BLOCK;
  }

  /** Number of floats of one row of a channel. */
  int row() {
    return shape.width() * Lanes.BLOCK;
  }
}
