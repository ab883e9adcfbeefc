package org.lenetlab.results.group;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.experiment.Metric;
import org.lenetlab.results.store.RunRecord.Outcome;

/** A figure of finished runs, after the epoch whose parameters were kept. */
public enum Figure {
  TEST_ACCURACY(Metric.TEST_ACCURACY, "test accuracy %"),
  TEST_ERROR(Metric.TEST_ERROR, "test error %"),
  TEST_LOSS(Metric.TEST_LOSS, "test loss"),
  VALIDATION_ACCURACY(Metric.VALIDATION_ACCURACY, "validation accuracy %"),
  VALIDATION_ERROR(Metric.VALIDATION_ERROR, "validation error %"),
  VALIDATION_LOSS(Metric.VALIDATION_LOSS, "validation loss"),
  TRAINING_ACCURACY(Metric.TRAINING_ACCURACY, "train accuracy %"),
  TRAINING_LOSS(Metric.TRAINING_LOSS, "train loss"),
  SECONDS("time s", 1, Better.NEITHER, null),
  IMAGES_PER_SECOND("images/s", 0, Better.NEITHER, null);

  /** What tables show unless told otherwise. */
  public static final List<Figure> USUAL =
      List.of(
          TEST_ACCURACY,
          TEST_ERROR,
          VALIDATION_ACCURACY,
          TRAINING_LOSS,
          SECONDS,
          IMAGES_PER_SECOND);

  /** Which of two values is the better one. Times depend on the machine: neither is. */
  public enum Better {
    HIGHER,
    LOWER,
    NEITHER
  }

  private final String title;
  private final int decimals;
  private final Better better;
  private final @Nullable Metric metric;

  Figure(Metric metric, String title) {
    this(
        title,
        metric.isPercentage() ? 2 : 4,
        metric.largerIsBetter() ? Better.HIGHER : Better.LOWER,
        metric);
  }

  Figure(String title, int decimals, Better better, @Nullable Metric metric) {
    this.title = title;
    this.decimals = decimals;
    this.better = better;
    this.metric = metric;
  }

  /** The figure of a finished run; NaN where it was not measured. */
  public double of(Run run) {
    Outcome outcome = Objects.requireNonNull(run.record().outcome());
    if (metric != null) {
      return metric.of(outcome.chosen());
    }
    return this == SECONDS ? outcome.wallMillis() / 1000.0 : outcome.imagesPerSecond();
  }

  /** Its name for people, with its unit. */
  public String title() {
    return title;
  }

  public int decimals() {
    return decimals;
  }

  public Better better() {
    return better;
  }

  /** Its names on the command line and in files, in order. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Figure::toString).toList();
  }

  /** The figure with this key, which must be one of {@link #keys()}. */
  public static Figure ofKey(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Its name for programs, such as {@code test-accuracy}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
