package org.lenetlab.api.experiment;

import java.util.Locale;

/** A figure of one epoch. Accuracies and errors are in percent, losses are means per example. */
public enum Metric {
  TRAINING_LOSS,
  TRAINING_ACCURACY,
  VALIDATION_LOSS,
  VALIDATION_ACCURACY,
  VALIDATION_ERROR,
  TEST_LOSS,
  TEST_ACCURACY,
  TEST_ERROR;

  /** Whether it is a percentage rather than a loss. */
  public boolean isPercentage() {
    return !name().endsWith("LOSS");
  }

  /** Whether larger values are better. */
  public boolean largerIsBetter() {
    return name().endsWith("ACCURACY");
  }

  /** Whether it is a figure of the validation examples, which a run may not have. */
  public boolean isOfValidation() {
    return name().startsWith("VALIDATION");
  }

  /** The figure in {@code epoch}; NaN where there were no such examples. */
  public double of(EpochMetrics epoch) {
    Measure measure =
        name().startsWith("TRAINING")
            ? epoch.training()
            : isOfValidation() ? epoch.validation() : epoch.test();
    if (measure == null) {
      return Double.NaN;
    }
    if (!isPercentage()) {
      return measure.loss();
    }
    int counted = largerIsBetter() ? measure.correct() : measure.count() - measure.correct();
    return 100.0 * counted / measure.count(); // rounded once: 1.05 is not 1.0499999999999972
  }

  /** As experiment files and tables spell it: {@code test-accuracy}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
