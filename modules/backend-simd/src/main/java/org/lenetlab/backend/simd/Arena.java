package org.lenetlab.backend.simd;

/**
 * Plans a part of the memory. Everything that kernels touch lies in one large float array, so that
 * a kernel needs one array and a few offsets, which leaves registers for its sums.
 */
final class Arena {
  /**
   * The first index at a multiple of 64 bytes: an array begins at one (ObjectAlignmentInBytes) with
   * a header of 16 bytes. What lies before it stays 0.
   */
  static final int FIRST = 12;

  private int next = FIRST;

  /** Reserves room for {@code count} floats, from a multiple of 64 bytes on; returns its offset. */
  int reserve(int count) {
    int offset = next;
    next = Math.addExact(next, Lanes.padded(count));
    return offset;
  }

  /** Where the next piece would begin. */
  int size() {
    return next;
  }

  /** How far two parts of this layout are apart in memory. */
  int extent() {
    return Lanes.padded(next);
  }
}
