package org.lenetlab.backend.simd;

/**
 * Plans a part of the memory. Everything that kernels touch lies in one large float array, so that
 * a kernel needs one array and a few offsets, which leaves registers for its sums.
 */
final class Arena {
  /**
   * The first index at a multiple of 64 bytes: an array has a header of 16 bytes. What lies before
   * it stays 0.
   */
  static final int FIRST = 12;

  /** Half of the largest region of the G1 collector: a larger array begins at a region's start. */
  private static final int ALONE = (16 << 20) / Float.BYTES;

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

  /** A memory of at least {@code size} floats, all 0. */
  static float[] allocate(int size) {
    return new float[Math.max(size, ALONE)];
  }
}
