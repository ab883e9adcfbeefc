package org.lenetlab.results.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lenetlab.results.group.Sample;

/**
 * Comma-separated values (RFC 4180) for programs: a figure becomes the columns mean, sd, n, min and
 * max in full precision.
 */
final class CsvRenderer {
  private CsvRenderer() {}

  static String render(ResultTable table) {
    List<List<String>> heads =
        IntStream.range(0, table.columns().size())
            .mapToObj(c -> heads(table.columns().get(c).key(), table.cells(c)))
            .toList();
    StringBuilder out = new StringBuilder();
    out.append(line(heads.stream().flatMap(List::stream).toList()));
    for (List<Cell> row : table.rows()) {
      List<String> values = new ArrayList<>();
      for (int c = 0; c < row.size(); c++) {
        values.addAll(values(row.get(c), heads.get(c).size()));
      }
      out.append(line(values));
    }
    return out.toString();
  }

  private static List<String> heads(String key, List<Cell> cells) {
    if (cells.stream().anyMatch(CsvRenderer::isMean)) {
      return Stream.of("mean", "sd", "n", "min", "max").map(part -> key + "-" + part).toList();
    }
    return cells.stream().anyMatch(Cell.Interval.class::isInstance)
        ? List.of(key + "-low", key + "-high")
        : List.of(key);
  }

  private static List<String> values(Cell cell, int width) {
    return switch (cell) {
      case Cell.Text(String text) -> List.of(text);
      case Cell.Count(long count) -> List.of(Long.toString(count));
      case Cell.Whole(long value) -> List.of(Long.toString(value));
      case Cell.Real(double value) -> List.of(text(value));
      case Cell.Figure figure when isMean(figure) -> values(figure.sample());
      case Cell.Figure figure -> List.of(text(figure.statistic().of(figure.sample())));
      case Cell.Difference(double value, String _) -> List.of(text(value));
      case Cell.Probability(double p) -> List.of(text(p));
      case Cell.Interval(double low, double high) -> List.of(text(low), text(high));
      case Cell.Empty() -> Collections.nCopies(width, "");
    };
  }

  private static List<String> values(Sample s) {
    return List.of(text(s.mean()), text(s.sd()), "" + s.n(), text(s.min()), text(s.max()));
  }

  /** Of which a program wants to know all. */
  private static boolean isMean(Cell cell) {
    return cell instanceof Cell.Figure figure && figure.statistic() == Statistic.MEAN;
  }

  /** Empty for what is not known. */
  private static String text(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }

  private static String line(List<String> values) {
    return String.join(",", values.stream().map(CsvRenderer::quoted).toList()) + "\r\n";
  }

  private static String quoted(String value) {
    return value.matches("(?s).*[,\"\r\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }
}
