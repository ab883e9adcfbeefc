package org.lenetlab.results.table;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/** The uncertainty of a share that was counted over a limited number of images. */
public final class Proportion {
  private static final double SIGNIFICANCE = 0.05;

  private Proportion() {}

  /**
   * Wilson's 95 % score interval of an accuracy or error rate, in percent. All runs share the test
   * images, so more runs do not narrow it.
   *
   * @param percent the rate, 0 … 100
   * @param images how many it was counted over, at least 1
   */
  public static Cell.Interval interval(double percent, int images) {
    int counted = (int) Math.round(percent * images / 100);
    Interval interval =
        BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(images, counted, SIGNIFICANCE);
    return new Cell.Interval(100 * interval.getLowerBound(), 100 * interval.getUpperBound());
  }
}
