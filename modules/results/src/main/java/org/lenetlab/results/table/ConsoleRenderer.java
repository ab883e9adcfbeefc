package org.lenetlab.results.table;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Aligned columns, as a terminal shows them. */
final class ConsoleRenderer {
  private static final String GAP = "   ";

  private ConsoleRenderer() {}

  static String render(ResultTable table) {
    int count = table.columns().size();
    List<List<String>> texts =
        IntStream.range(0, count).mapToObj(column -> texts(table, column)).toList();
    StringBuilder out = new StringBuilder();
    if (!table.caption().isEmpty()) {
      out.append(caption(table)).append("\n\n");
    }
    for (int line = 0; line <= table.rows().size(); line++) {
      int row = line;
      String cells = texts.stream().map(column -> column.get(row)).collect(Collectors.joining(GAP));
      out.append(cells.stripTrailing()).append('\n');
      if (line == 0) {
        out.append("─".repeat(cells.length())).append('\n');
      }
    }
    table.notes().forEach(note -> out.append(note).append('\n'));
    return out.toString();
  }

  private static String caption(ResultTable table) {
    return table.caption().entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(" · "));
  }

  /** Title and cells of a column, padded to one width. */
  private static List<String> texts(ResultTable table, int column) {
    Column head = table.columns().get(column);
    List<String> cells = table.cells(column).stream().map(cell -> CellText.of(head, cell)).toList();
    int width =
        Math.max(head.title().length(), cells.stream().mapToInt(String::length).max().orElse(0));
    boolean right = CellText.isNumeric(table, column);
    return Stream.concat(Stream.of(head.title()), cells.stream())
        .map(text -> pad(text, width, right))
        .toList();
  }

  private static String pad(String text, int width, boolean right) {
    String spaces = " ".repeat(width - text.length());
    return right ? spaces + text : text + spaces;
  }
}
