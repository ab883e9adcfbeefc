package org.lenetlab.results.table;

import java.util.Locale;
import org.lenetlab.results.group.Sample;
import org.lenetlab.results.text.Numbers;

/** Cells as people read them. */
final class CellText {
  private static final double HUGE = 1e9;
  private static final String NUMBER = "[-+]?[0-9][0-9,.]*([eE]-?[0-9]+)?";

  /** That of a run, which may happen to look like a number. */
  private static final String ID = "\\p{XDigit}{12}";

  private CellText() {}

  static String of(Column column, Cell cell) {
    return switch (cell) {
      case Cell.Text(String text) -> text;
      case Cell.Count(long count) -> String.format(Locale.ROOT, "%,d", count);
      case Cell.Whole(long value) -> Long.toString(value);
      case Cell.Real(double value) -> number(column, value);
      case Cell.Figure figure -> figure(column, figure.statistic(), figure.sample());
      case Cell.Difference(double value, String mark) ->
          sign(value) + number(column, Math.abs(value)) + (mark.isEmpty() ? "" : " " + mark);
      case Cell.Probability(double p) ->
          p < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", p);
      case Cell.Interval(double low, double high) -> interval(column, low, high);
      case Cell.Empty() -> "";
    };
  }

  private static String figure(Column column, Statistic statistic, Sample sample) {
    String value = number(column, statistic.of(sample));
    return statistic != Statistic.MEAN || sample.n() == 1
        ? value
        : value + " ± " + number(column, sample.sd()) + " (" + sample.n() + ")";
  }

  /** With words between the ends where a dash would look like a sign. */
  private static String interval(Column column, double low, double high) {
    return low < 0
        ? sign(low) + number(column, -low) + " … " + sign(high) + number(column, Math.abs(high))
        : number(column, low) + "–" + number(column, high);
  }

  private static String sign(double value) {
    return value < 0 ? "−" : "+";
  }

  private static String number(Column column, double value) {
    return Math.abs(value) < HUGE
        ? String.format(Locale.ROOT, "%,." + column.decimals() + "f", value)
        : Numbers.rounded(value);
  }

  /** Whether a column reads better aligned to the right. */
  static boolean isNumeric(ResultTable table, int column) {
    return table.cells(column).stream()
        .allMatch(
            cell ->
                switch (cell) {
                  case Cell.Text(String text) -> text.matches(NUMBER) && !text.matches(ID);
                  case Cell.Count _,
                      Cell.Whole _,
                      Cell.Real _,
                      Cell.Figure _,
                      Cell.Difference _,
                      Cell.Probability _,
                      Cell.Interval _,
                      Cell.Empty _ ->
                      true;
                });
  }
}
