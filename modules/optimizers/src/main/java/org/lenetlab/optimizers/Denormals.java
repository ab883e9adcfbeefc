package org.lenetlab.optimizers;

/** Keeps decaying values out of the range where processors are many times slower. */
final class Denormals {
  private static final float LARGE_BESIDE_DENORMALS = 1e-25f;

  /**
   * {@code value} itself where it is larger than about 10⁻¹⁸; below, rounded to a multiple of
   * 7·10⁻³³, so that a value that decays step by step ends at or near 0 and never becomes a
   * denormal number. The additions round exactly so, in Java by definition. A comparison would cost
   * eight times as much: C2 does not vectorise the loop around it.
   */
  static float flush(float value) {
    return (value + LARGE_BESIDE_DENORMALS) - LARGE_BESIDE_DENORMALS;
  }

  private Denormals() {}
}
