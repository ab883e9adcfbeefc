package org.lenetlab.results.text;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as people read and write them, whatever the user's language. */
public final class Numbers {
  /** From here on, digits before the point are more than anybody reads. */
  private static final double HUGE = 10_000;

  /** Powers of ten of settings that are written out. */
  private static final int SMALLEST = -6;

  private static final int LARGEST = 14;

  private Numbers() {}

  /**
   * A setting as people write it: {@code 0.0005}, {@code 1000}; {@code 1e-8} where zeros abound.
   */
  public static String setting(BigDecimal value) {
    BigDecimal exact = value.stripTrailingZeros();
    int magnitude = exact.precision() - exact.scale() - 1;
    return exact.signum() == 0 || (magnitude >= SMALLEST && magnitude <= LARGEST)
        ? exact.toPlainString()
        : new BigDecimal(exact.unscaledValue(), exact.precision() - 1) + "e" + magnitude;
  }

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
