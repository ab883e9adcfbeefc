package org.lenetlab.app.run;

import java.nio.charset.Charset;

/** A curve in a line of text: a bar for each value, from the smallest to the largest. */
final class Sparkline {
  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final int WIDEST = 40;

  private Sparkline() {}

  /** Whether text in this encoding has room for bars. */
  static boolean fits(Charset encoding) {
    return encoding.canEncode() && encoding.newEncoder().canEncode(BARS);
  }

  /** The curve through {@code values}; of many values every so many, and the last. */
  static String of(double[] values) {
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      smallest = Math.min(smallest, value);
      largest = Math.max(largest, value);
    }
    int bars = Math.min(WIDEST, values.length);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bars; i++) {
      int place = bars == 1 ? 0 : (int) ((long) i * (values.length - 1) / (bars - 1));
      double height = largest > smallest ? (values[place] - smallest) / (largest - smallest) : 0.5;
      text.append(BARS.charAt((int) Math.min(BARS.length() - 1, height * BARS.length())));
    }
    return text.toString();
  }
}
