package org.lenetlab.app.config;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import org.lenetlab.api.random.RandomStream;

/** Where the numbers of an axis are drawn from. */
record Interval(Distribution distribution, double from, double to) {
  /** Of drawn numbers, so that a table can show all of a value. */
  private static final MathContext DIGITS = new MathContext(4);

  /** The distributions, as files name them. */
  static final Map<String, Distribution> DISTRIBUTIONS =
      Map.of(
          "uniform", Distribution.UNIFORM,
          "log-uniform", Distribution.LOG_UNIFORM,
          "int", Distribution.INT);

  enum Distribution {
    UNIFORM,
    LOG_UNIFORM,
    INT
  }

  /** A number, as a file would have it. */
  String draw(RandomStream random) {
    double place = random.nextDouble();
    return switch (distribution) {
      case UNIFORM -> rounded(from + (to - from) * place);
      case LOG_UNIFORM -> rounded(from * StrictMath.pow(to / from, place));
      case INT -> Long.toString((long) from + (long) (((long) to - (long) from + 1) * place));
    };
  }

  private static String rounded(double number) {
    return new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
