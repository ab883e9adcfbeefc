package org.lenetlab.backend.simd;

/** Adds up the 16 lanes of a logical vector, always in the same order. */
final class LaneSum {
  private LaneSum() {}

  /** The total of the 16 floats at {@code i}, as a tree: neighbours first. */
  static float total(float[] m, int i) {
    float a = (m[i] + m[i + 1]) + (m[i + 2] + m[i + 3]);
    float b = (m[i + 4] + m[i + 5]) + (m[i + 6] + m[i + 7]);
    float c = (m[i + 8] + m[i + 9]) + (m[i + 10] + m[i + 11]);
    float d = (m[i + 12] + m[i + 13]) + (m[i + 14] + m[i + 15]);
    return (a + b) + (c + d);
  }
}
