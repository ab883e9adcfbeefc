package org.lenetlab.backend.simd;

import org.lenetlab.api.network.Shape;

/**
 * The values between two ops for a single image, laid out [channel][row][column], with 32
 * neighbouring pixels in the lanes where a block has 32 images. A row may be longer than the image
 * is wide, and a plane longer than its rows. What lies between holds anything among the values, and
 * 0 among the derivatives.
 *
 * @param row how far neighbouring rows are apart
 * @param plane how far neighbouring channels are apart
 * @param values where the values lie in a worker's part of the arena
 * @param derivatives where the loss's derivatives with respect to them lie
 */
record PixelTensor(Shape shape, int row, int plane, int values, int derivatives) {
  /** Pixels that a kernel computes together. */
  static final int GROUP = Lanes.BLOCK;

  /** Number of floats, a multiple of {@link #GROUP}. */
  int length() {
    return padded(shape.channels() * plane);
  }

  static int padded(int length) {
    return Math.ceilDiv(length, GROUP) * GROUP;
  }

  /** Number of groups that cover the rows of one channel. */
  int groups() {
    return Math.ceilDiv(shape.height() * row, GROUP);
  }

  Strides strides() {
    return new Strides(plane, row, 1);
  }

  /** Whether rows follow each other without gaps. */
  boolean hasDenseRows() {
    return row == shape.width();
  }

  /** Whether all values follow each other without gaps. */
  boolean isFlat() {
    return hasDenseRows() && (plane == shape.plane() || shape.channels() == 1);
  }

  /** As steps see it that treat all values of a channel alike: a group in place of a pixel. */
  Tensor ofGroups() {
    boolean whole = plane % GROUP != 0;
    Shape groups =
        whole ? new Shape(1, 1, length() / GROUP) : new Shape(shape.channels(), 1, plane / GROUP);
    return new Tensor(groups, values, derivatives);
  }
}
