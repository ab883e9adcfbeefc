package org.lenetlab.results.table;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A GitHub-flavoured Markdown table. */
final class MarkdownRenderer {
  private MarkdownRenderer() {}

  static String render(ResultTable table) {
    StringBuilder out = new StringBuilder();
    if (!table.caption().isEmpty()) {
      String caption =
          table.caption().entrySet().stream()
              .map(entry -> entry.getKey() + " **" + escaped(entry.getValue()) + "**")
              .collect(Collectors.joining(", "));
      out.append(caption).append("\n\n");
    }
    out.append(line(table.columns().stream().map(column -> escaped(column.title())).toList()));
    out.append(
        line(
            IntStream.range(0, table.columns().size())
                .mapToObj(column -> CellText.isNumeric(table, column) ? "---:" : "---")
                .toList()));
    for (List<Cell> row : table.rows()) {
      out.append(
          line(
              IntStream.range(0, row.size())
                  .mapToObj(c -> cell(table.columns().get(c), row.get(c)))
                  .toList()));
    }
    table.notes().forEach(note -> out.append('\n').append(escaped(note)).append('\n'));
    return out.toString();
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String cell(Column column, Cell cell) {
    String text = escaped(CellText.of(column, cell));
    return cell.best() ? "**" + text + "**" : text;
  }

  /** Without bars that would end a cell, and stars that would emphasise. */
  private static String escaped(String text) {
    return text.replace("|", "\\|").replace("*", "\\*");
  }
}
