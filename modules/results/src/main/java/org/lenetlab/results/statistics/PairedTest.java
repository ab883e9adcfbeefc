package org.lenetlab.results.statistics;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.TTest;

/**
 * Student's paired t-test on differences, or the corrected resampled one.
 *
 * @param mean of the differences
 * @param statistic t; NaN where the differences do not vary
 * @param p two-sided; NaN like the statistic
 * @param low lower end of the 95 % interval of the mean
 * @param high its upper end
 */
public record PairedTest(double mean, double statistic, double p, double low, double high) {
  private static final double CONFIDENCE = 0.95;

  /**
   * Tests whether the mean of {@code differences} is zero.
   *
   * <p>With {@code overlap} &gt; 0 the variance of the mean is taken as (1/n + overlap)·s² instead
   * of s²/n: the runs drew their held-out examples from the same pool, so that they share training
   * examples and the plain test would be too sure (Nadeau and Bengio 2003, "Inference for the
   * generalization error", equation 12).
   *
   * @param differences one for each seed, at least two
   * @param overlap number of held-out over number of training examples where every seed draws them
   *     anew; 0 where all seeds train on the same examples
   */
  public static PairedTest of(double[] differences, double overlap) {
    int n = differences.length;
    double mean = Mean.of(differences).getAsDouble();
    double sd = StandardDeviation.of(differences).getAsDouble();
    if (!(sd > spread(differences))) {
      return new PairedTest(mean, Double.NaN, Double.NaN, mean, mean);
    }
    TDistribution distribution = TDistribution.of(n - 1);
    double shrink = Math.sqrt(1 + n * overlap);
    double statistic = TTest.withDefaults().statistic(differences) / shrink;
    double p = 2 * distribution.survivalProbability(Math.abs(statistic));
    double quantile = distribution.inverseSurvivalProbability((1 - CONFIDENCE) / 2);
    double half = quantile * shrink * sd / Math.sqrt(n);
    return new PairedTest(mean, statistic, p, mean - half, mean + half);
  }

  /** The deviation that rounding alone gives equal differences. */
  private static double spread(double[] differences) {
    double largest = 0;
    for (double difference : differences) {
      largest = Math.max(largest, Math.abs(difference));
    }
    return 1e-12 * largest;
  }
}
