package org.lenetlab.optimizers;

/** Keeps decaying values out of the range where processors are a hundred times slower. */
final class Denormals {
  private static final float FADE_BELOW = 1e-30f;

  /**
   * {@code value} itself where its size is at least 10⁻³⁰, and something ever smaller below: a
   * value that decays step by step becomes 0 instead of a denormal number. Written without a
   * branch, so that C2 vectorises the loop around it.
   */
  static float fade(float value) {
    return value * Math.min(Math.abs(value) * (1 / FADE_BELOW), 1f);
  }

  private Denormals() {}
}
