package org.lenetlab.api.experiment;

import java.util.Locale;

/** A figure of one epoch. Accuracies and errors are in percent, losses are means per example. */
public enum Metric {
  TRAINING_LOSS(Part.TRAINING, Kind.LOSS),
  TRAINING_ACCURACY(Part.TRAINING, Kind.ACCURACY),
  VALIDATION_LOSS(Part.VALIDATION, Kind.LOSS),
  VALIDATION_ACCURACY(Part.VALIDATION, Kind.ACCURACY),
  VALIDATION_ERROR(Part.VALIDATION, Kind.ERROR),
  TEST_LOSS(Part.TEST, Kind.LOSS),
  TEST_ACCURACY(Part.TEST, Kind.ACCURACY),
  TEST_ERROR(Part.TEST, Kind.ERROR);

  /** Of which examples. */
  private enum Part {
    TRAINING,
    VALIDATION,
    TEST
  }

  private enum Kind {
    LOSS,
    ACCURACY,
    ERROR
  }

  private final Part part;
  private final Kind kind;

  Metric(Part part, Kind kind) {
    this.part = part;
    this.kind = kind;
  }

  /** Whether it is a percentage rather than a loss. */
  public boolean isPercentage() {
    return kind != Kind.LOSS;
  }

  /** Whether larger values are better. */
  public boolean largerIsBetter() {
    return kind == Kind.ACCURACY;
  }

  /** Whether it is a figure of the validation examples, which a run may not have. */
  public boolean isOfValidation() {
    return part == Part.VALIDATION;
  }

  /** The figure in {@code epoch}; NaN where there were no such examples. */
  public double of(EpochMetrics epoch) {
    Measure measure =
        switch (part) {
          case TRAINING -> epoch.training();
          case VALIDATION -> epoch.validation();
          case TEST -> epoch.test();
        };
    if (measure == null) {
      return Double.NaN;
    }
    return switch (kind) {
      case LOSS -> measure.loss();
      case ACCURACY -> percentage(measure.correct(), measure.count());
      case ERROR -> percentage(measure.count() - measure.correct(), measure.count());
    };
  }

  /** Rounded once: 1.05 is not 1.0499999999999972. */
  private static double percentage(int counted, int count) {
    return 100.0 * counted / count;
  }

  /** As experiment files and tables spell it: {@code test-accuracy}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
