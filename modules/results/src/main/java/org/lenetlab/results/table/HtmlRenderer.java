package org.lenetlab.results.table;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An HTML table, and a page that needs no other file, light or dark as the reader likes. */
final class HtmlRenderer {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>LeNet Lab</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 15px/1.5 system-ui, sans-serif; margin: 2em; }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: 1em 0; }
      caption { text-align: left; padding-bottom: .5em; }
      th, td { padding: .25em .8em; text-align: left; white-space: nowrap; }
      th { border-bottom: 1px solid; }
      thead tr { border-top: 2px solid; }
      tbody { border-bottom: 2px solid; }
      .number { text-align: right; }
      .note { opacity: .75; margin: .2em 0; }
      </style>
      </head>
      <body>
      """;

  private HtmlRenderer() {}

  /** A whole page. */
  static String page(String body) {
    return HEAD + body + "</body>\n</html>\n";
  }

  static String render(ResultTable table) {
    List<String> styles =
        IntStream.range(0, table.columns().size()).mapToObj(c -> style(table, c)).toList();
    StringBuilder out = new StringBuilder("<table>\n");
    if (!table.caption().isEmpty()) {
      String caption =
          table.caption().entrySet().stream()
              .map(entry -> text(entry.getKey()) + " <b>" + text(entry.getValue()) + "</b>")
              .collect(Collectors.joining(" · "));
      out.append("<caption>").append(caption).append("</caption>\n");
    }
    out.append("<thead>\n<tr>");
    for (int c = 0; c < table.columns().size(); c++) {
      out.append("<th").append(styles.get(c)).append('>');
      out.append(text(table.columns().get(c).title())).append("</th>");
    }
    out.append("</tr>\n</thead>\n<tbody>\n");
    table.rows().forEach(row -> out.append(row(table, row, styles)));
    out.append("</tbody>\n</table>\n");
    table.notes().forEach(note -> out.append(paragraph("note", note)));
    return out.toString();
  }

  private static String row(ResultTable table, List<Cell> row, List<String> styles) {
    return IntStream.range(0, row.size())
        .mapToObj(c -> cell(table.columns().get(c), row.get(c), styles.get(c)))
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }

  private static String style(ResultTable table, int column) {
    return CellText.isNumeric(table, column) ? " class=\"number\"" : "";
  }

  /** With its origin where the pointer rests on it. */
  private static String cell(Column column, Cell cell, String style) {
    String text = text(CellText.of(column, cell));
    String title =
        cell instanceof Cell.Figure figure && figure.origin() != null
            ? " title=\"" + origin(figure.origin()) + "\""
            : "";
    return "<td" + style + title + ">" + (cell.best() ? "<b>" + text + "</b>" : text) + "</td>";
  }

  private static String origin(Cell.Origin origin) {
    return text("runs " + String.join(", ", origin.runs()) + "\n" + origin.command());
  }

  static String paragraph(String style, String words) {
    return "<p class=\"" + style + "\">" + text(words) + "</p>\n";
  }

  /** {@code text} with everything escaped that HTML would take as something else. */
  static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
