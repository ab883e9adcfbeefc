package org.lenetlab.results.statistics;

import java.util.Arrays;

/**
 * The exact sign-flip permutation test on paired differences (Fisher 1935, "The Design of
 * Experiments", section 21): if the pairs did not differ, each difference could as well have the
 * other sign. It assumes nothing of their distribution.
 *
 * @param p share of all sign assignments whose sum is at least as far from zero
 * @param smallest the smallest p that so many differences can give: 2^(1 − n) for n that are not
 *     zero
 */
public record SignFlipTest(double p, double smallest) {
  /** So many differences can be tested: half of them have a million sums. */
  public static final int LARGEST = 40;

  /** Sums that are equal but for rounding, as a share of the largest. */
  private static final double ROUNDING = 1e-10;

  /**
   * Tests whether {@code differences} are symmetric about zero.
   *
   * @param differences at most {@link #LARGEST}
   */
  public static SignFlipTest of(double[] differences) {
    double[] sizes = Arrays.stream(differences).map(Math::abs).filter(size -> size > 0).toArray();
    if (sizes.length == 0) {
      return new SignFlipTest(1, 1);
    }
    double total = Arrays.stream(sizes).sum();
    double observed = Math.abs(Arrays.stream(differences).sum());
    double assignments = Math.pow(2, sizes.length);
    double beyond = countFrom(observed - ROUNDING * total, sizes);
    // The assignments come in pairs of opposite sums.
    double p = observed <= ROUNDING * total ? 1 : 2 * beyond / assignments;
    return new SignFlipTest(p, 2 / assignments);
  }

  /** How many sign assignments have a sum of at least {@code bound}: of two halves, sorted. */
  private static double countFrom(double bound, double[] sizes) {
    int half = sizes.length / 2;
    double[] left = sums(Arrays.copyOfRange(sizes, 0, half));
    double[] right = sums(Arrays.copyOfRange(sizes, half, sizes.length));
    Arrays.sort(left);
    Arrays.sort(right);
    double count = 0;
    int enough = right.length; // the first of the right ones that is enough
    for (double sum : left) {
      while (enough > 0 && sum + right[enough - 1] >= bound) {
        enough--;
      }
      count += right.length - enough;
    }
    return count;
  }

  /** The sums of all sign assignments. */
  private static double[] sums(double[] sizes) {
    double[] sums = {0};
    for (double size : sizes) {
      double[] longer = Arrays.copyOf(sums, 2 * sums.length);
      for (int i = 0; i < sums.length; i++) {
        longer[i] = sums[i] + size;
        longer[sums.length + i] = sums[i] - size;
      }
      sums = longer;
    }
    return sums;
  }
}
