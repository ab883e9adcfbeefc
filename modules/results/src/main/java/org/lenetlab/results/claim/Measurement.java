package org.lenetlab.results.claim;

import java.util.Locale;
import java.util.Optional;
import org.lenetlab.api.experiment.Metric;
import org.lenetlab.results.group.Sample;
import org.lenetlab.results.table.Cell;
import org.lenetlab.results.table.Proportion;

/**
 * A metric over our runs.
 *
 * @param testImages how many images a figure of the test set is over; 0 without one
 */
public record Measurement(Metric metric, Sample sample, int testImages) {

  /** Mean, standard deviation and number of runs: {@code 98.80 ± 0.10 (5)}. */
  String mean() {
    String mean = figure(metric, sample.mean());
    return sample.n() == 1
        ? mean
        : mean + " ± " + figure(metric, sample.sd()) + " (" + sample.n() + ")";
  }

  /** Smallest and largest: {@code 98.70–98.90}; empty for a single run. */
  String range() {
    return sample.n() == 1 ? "" : figure(metric, sample.min()) + "–" + figure(metric, sample.max());
  }

  /** What the limited number of test images leaves open of a share of them, in percent. */
  Optional<Cell.Interval> interval() {
    return switch (metric) {
      case TEST_ERROR, TEST_ACCURACY -> Optional.of(Proportion.interval(sample.mean(), testImages));
      case TRAINING_LOSS,
          TRAINING_ACCURACY,
          VALIDATION_LOSS,
          VALIDATION_ACCURACY,
          VALIDATION_ERROR,
          TEST_LOSS ->
          Optional.empty();
    };
  }

  /** A figure with the decimals of its metric. */
  static String figure(Metric metric, double value) {
    return String.format(Locale.ROOT, metric.isPercentage() ? "%.2f" : "%.4f", value);
  }
}
