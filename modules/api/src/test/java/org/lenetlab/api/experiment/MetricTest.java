package org.lenetlab.api.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class MetricTest {
  private static final EpochMetrics EPOCH =
      new EpochMetrics(
          1,
          new Measure(0.5, 1, 4),
          new Measure(0.25, 2, 4),
          new Measure(0.125, 3, 4),
          0.1,
          null,
          1,
          1);

  @Test
  void figuresAreOfTheirExamplesAndOfTheirKind() {
    assertThat(Arrays.stream(Metric.values()).map(metric -> metric + " " + metric.of(EPOCH)))
        .containsExactly(
            "training-loss 0.5",
            "training-accuracy 25.0",
            "validation-loss 0.25",
            "validation-accuracy 50.0",
            "validation-error 50.0",
            "test-loss 0.125",
            "test-accuracy 75.0",
            "test-error 25.0");
  }

  @Test
  void whatWasNotMeasuredIsNotANumber() {
    EpochMetrics untested =
        new EpochMetrics(1, new Measure(0.5, 1, 4), null, null, 0.1, null, 1, 1);
    assertThat(Metric.VALIDATION_LOSS.of(untested)).isNaN();
    assertThat(Metric.TEST_ERROR.of(untested)).isNaN();
  }

  @Test
  void onlyAccuraciesAreBetterTheLargerTheyAre() {
    assertThat(Metric.values())
        .filteredOn(Metric::largerIsBetter)
        .containsExactly(
            Metric.TRAINING_ACCURACY, Metric.VALIDATION_ACCURACY, Metric.TEST_ACCURACY);
    assertThat(Metric.values())
        .filteredOn(metric -> !metric.isPercentage())
        .containsExactly(Metric.TRAINING_LOSS, Metric.VALIDATION_LOSS, Metric.TEST_LOSS);
    assertThat(Metric.values()).filteredOn(Metric::isOfValidation).hasSize(3);
  }
}
