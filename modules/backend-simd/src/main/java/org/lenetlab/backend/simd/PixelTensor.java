package org.lenetlab.backend.simd;

import org.lenetlab.api.network.Shape;

/**
 * The values between two ops for a single image. There are two layouts:
 *
 * <ul>
 *   <li>pixels in the lanes, [channel][row][column]: a row may be longer than the image is wide,
 *       and a channel longer than its rows;
 *   <li>maps in the lanes, [row][column][channel]: the channels of a pixel are padded to whole
 *       vectors.
 * </ul>
 *
 * What lies between holds anything among the values, and 0 among the derivatives.
 *
 * @param length number of floats, a multiple of {@link #GROUP}
 * @param values where the values lie in a worker's part of the arena
 * @param derivatives where the loss's derivatives with respect to them lie
 */
record PixelTensor(Shape shape, Strides strides, int length, int values, int derivatives) {
  /** Pixels that a kernel computes together. */
  static final int GROUP = Lanes.BLOCK;

  /** Pixels in the lanes. */
  static Strides pixelsInLanes(int row, int plane) {
    return new Strides(plane, row, 1);
  }

  /** Maps in the lanes. */
  static Strides mapsInLanes(Shape shape) {
    int column = Lanes.padded(shape.channels());
    return new Strides(1, shape.width() * column, column);
  }

  static int padded(int length) {
    return Math.ceilDiv(length, GROUP) * GROUP;
  }

  /** How far neighbouring rows are apart. */
  int row() {
    return strides.row();
  }

  /** How far neighbouring channels are apart. */
  int plane() {
    return strides.channel();
  }

  /** How far neighbouring pixels of a row are apart. */
  int column() {
    return strides.column();
  }

  /** Number of groups that cover the rows of one channel. */
  int groups() {
    return Math.ceilDiv(shape.height() * row(), GROUP);
  }

  boolean hasMapsInLanes() {
    return column() != 1;
  }

  /** Whether the channels have pixels in the lanes and are made of whole groups. */
  boolean isSheet() {
    return !hasMapsInLanes() && plane() % GROUP == 0;
  }

  /** Whether all values follow each other without gaps in the order [channel][row][column]. */
  boolean isFlat() {
    return !hasMapsInLanes()
        && row() == shape.width()
        && (plane() == shape.plane() || shape.channels() == 1);
  }

  /** As steps see it that treat all values alike: a group in place of a pixel. */
  Tensor ofGroups() {
    Shape groups =
        isSheet()
            ? new Shape(shape.channels(), 1, plane() / GROUP)
            : new Shape(1, 1, length / GROUP);
    return new Tensor(groups, values, derivatives);
  }
}
