package org.lenetlab.results.text;

import java.util.Locale;

/** Numbers as people read and write them, whatever the user's language. */
public final class Numbers {
  /** From here on, digits before the point are more than anybody reads. */
  private static final double HUGE = 10_000;

  private Numbers() {}

  /**
   * A figure with its decimals; a huge one, such as the loss of a training that diverged, short.
   */
  public static String figure(double value, int decimals) {
    return Math.abs(value) < HUGE
        ? String.format(Locale.ROOT, "%." + decimals + "f", value)
        : rounded(value);
  }

  /** Three digits and a power of ten: {@code 4.72e23}. */
  public static String rounded(double value) {
    return String.format(Locale.ROOT, "%.2e", value).replaceFirst("e\\+0?", "e");
  }
}
