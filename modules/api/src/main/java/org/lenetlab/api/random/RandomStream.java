package org.lenetlab.api.random;

/**
 * A stream of random numbers that is a pure function of its keys: the run's seed, a purpose, and a
 * position such as (epoch, example index). Two streams with different keys are independent, so
 * adding one consumer never shifts another, and data can be prepared on any thread.
 *
 * <p>The generator is SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number
 * generators, OOPSLA 2014); the keys are folded into its start by the same mixing function. A
 * stream may be re-keyed in place, so that a loop over examples allocates nothing.
 */
public final class RandomStream {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double DOUBLE_UNIT = 0x1.0p-53;
  private static final float FLOAT_UNIT = 0x1.0p-24f;

  private final long root;
  private long state;

  /** A stream for {@code purpose} in the run with {@code seed}, at position (). */
  public RandomStream(long seed, String purpose) {
    long key = mix(seed + GOLDEN_GAMMA);
    for (int i = 0; i < purpose.length(); i++) {
      key = mix(key * 31 + purpose.charAt(i) + GOLDEN_GAMMA);
    }
    root = key;
    state = key;
  }

  /** Moves this stream to the start of position ({@code position}) and returns it. */
  public RandomStream at(long position) {
    state = mix(root ^ mix(position + GOLDEN_GAMMA));
    return this;
  }

  /** Moves this stream to the start of position ({@code first}, {@code second}) and returns it. */
  public RandomStream at(long first, long second) {
    at(first);
    state = mix(state ^ mix(second + 2 * GOLDEN_GAMMA));
    return this;
  }

  private static long mix(long z) {
    long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    y = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
    return y ^ (y >>> 31);
  }

  /** 64 uniform bits. */
  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Uniform in [0, 1), 53 bits. */
  public double nextDouble() {
    return (nextLong() >>> 11) * DOUBLE_UNIT;
  }

  /** Uniform in [0, 1), 24 bits. */
  public float nextFloat() {
    return (nextLong() >>> 40) * FLOAT_UNIT;
  }

  /** Uniform in [{@code from}, {@code to}). */
  public double uniform(double from, double to) {
    return from + (to - from) * nextDouble();
  }

  /** Uniform in 0 … {@code bound} − 1. The bias is below 2⁻³² for the bounds that occur here. */
  public int nextInt(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  /** Standard normal, by the Box–Muller transform (one of the pair; strict, hence portable). */
  public double nextGaussian() {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * nextDouble());
  }

  /** Permutes {@code values} uniformly (Fisher–Yates). */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int value = values[i];
      values[i] = values[j];
      values[j] = value;
    }
  }
}
