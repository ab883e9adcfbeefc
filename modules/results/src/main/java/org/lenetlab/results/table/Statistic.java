package org.lenetlab.results.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lenetlab.results.group.Sample;

/** What a table shows of a figure over several runs. */
public enum Statistic {
  /** With standard deviation and number: {@code 98.80 ± 0.16 (5)}. */
  MEAN,
  MEDIAN,
  MIN,
  MAX;

  double of(Sample sample) {
    return switch (this) {
      case MEAN -> sample.mean();
      case MEDIAN -> sample.median();
      case MIN -> sample.min();
      case MAX -> sample.max();
    };
  }

  /** Their names on the command line, in order. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Statistic::toString).toList();
  }

  /** The statistic with this key, which must be one of {@link #keys()}. */
  public static Statistic ofKey(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
