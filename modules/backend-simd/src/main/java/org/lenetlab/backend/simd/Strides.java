package org.lenetlab.backend.simd;

import org.lenetlab.api.network.Shape;

/** How far the values of neighbouring channels, rows and columns are apart. */
record Strides(int channel, int row, int column) {

  /** Of a block of images, laid out [channel][row][column][image]. */
  static Strides ofBlock(Shape shape) {
    return new Strides(shape.plane() * Lanes.BLOCK, shape.width() * Lanes.BLOCK, Lanes.BLOCK);
  }

  /** How far a value is from the first. */
  int offset(int c, int y, int x) {
    return c * channel + y * row + x * column;
  }
}
