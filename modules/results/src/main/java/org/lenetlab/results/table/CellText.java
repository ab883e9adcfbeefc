package org.lenetlab.results.table;

import java.util.Locale;

/** Cells as people read them. */
final class CellText {
  private CellText() {}

  static String of(Column column, Cell cell) {
    return switch (cell) {
      case Cell.Text(String text) -> text;
      case Cell.Count(long count) -> String.format(Locale.ROOT, "%,d", count);
      case Cell.Figure(Sample sample) -> figure(column, sample);
      case Cell.Interval(double low, double high) ->
          number(column, low) + "–" + number(column, high);
      case Cell.Empty() -> "";
    };
  }

  private static String figure(Column column, Sample sample) {
    String mean = number(column, sample.mean());
    return sample.n() == 1
        ? mean
        : mean + " ± " + number(column, sample.sd()) + " (" + sample.n() + ")";
  }

  private static String number(Column column, double value) {
    return String.format(Locale.ROOT, "%,." + column.decimals() + "f", value);
  }

  /** Whether a column reads better aligned to the right. */
  static boolean isNumeric(ResultTable table, int column) {
    return table.cells(column).stream()
        .allMatch(
            cell ->
                switch (cell) {
                  case Cell.Text(String text) -> text.matches("[-+]?[0-9][0-9,.]*(e-?[0-9]+)?");
                  case Cell.Count _, Cell.Figure _, Cell.Interval _, Cell.Empty _ -> true;
                });
  }
}
