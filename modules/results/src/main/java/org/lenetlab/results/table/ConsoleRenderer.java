package org.lenetlab.results.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lenetlab.results.text.Shortening;

/**
 * Aligned columns, as a terminal shows them. A table that is wider than most terminals is broken
 * into blocks of columns below each other, whose rows are numbered.
 */
final class ConsoleRenderer {
  private static final String GAP = "   ";
  private static final String BETWEEN = " · ";
  private static final String BEST = " ◂";
  private static final String OTHER = "  ";
  private static final int CAPTION_WIDTH = 100;

  /** Of a large window: a table that is a little wider than a small one is better left whole. */
  private static final int WIDTH = 160;

  private ConsoleRenderer() {}

  static String render(ResultTable table) {
    List<List<String>> texts =
        IntStream.range(0, table.columns().size()).mapToObj(c -> texts(table, c)).toList();
    StringBuilder out = new StringBuilder();
    if (!table.caption().isEmpty()) {
      out.append(caption(table)).append("\n\n");
    }
    out.append(
        blocks(texts).stream().map(ConsoleRenderer::block).collect(Collectors.joining("\n")));
    if (table.rows().stream().flatMap(List::stream).anyMatch(Cell::best)) {
      out.append(BEST.strip()).append(" best\n");
    }
    table.notes().forEach(note -> out.append(note).append('\n'));
    return out.toString();
  }

  /** As many columns in each block as fit. */
  private static List<List<List<String>>> blocks(List<List<String>> columns) {
    if (width(columns) <= WIDTH) {
      return List.of(columns);
    }
    List<List<List<String>>> blocks = new ArrayList<>();
    for (List<String> column : columns) {
      if (blocks.isEmpty() || width(blocks.getLast()) + width(List.of(column)) > WIDTH) {
        blocks.add(new ArrayList<>());
        if (column.size() > 2) {
          blocks.getLast().add(numbers(column.size()));
        }
      }
      blocks.getLast().add(column);
    }
    return blocks;
  }

  private static int width(List<List<String>> columns) {
    return columns.stream().mapToInt(column -> column.getFirst().length() + GAP.length()).sum();
  }

  /** Of a title and its rows. */
  private static List<String> numbers(int lines) {
    int width = Integer.toString(lines - 1).length();
    return IntStream.range(0, lines)
        .mapToObj(line -> pad(line == 0 ? "#" : Integer.toString(line), width, true))
        .toList();
  }

  private static String block(List<List<String>> columns) {
    StringBuilder out = new StringBuilder();
    for (int line = 0; line < columns.getFirst().size(); line++) {
      int row = line;
      String cells = columns.stream().map(c -> c.get(row)).collect(Collectors.joining(GAP));
      out.append(cells.stripTrailing()).append('\n');
      if (line == 0) {
        out.append("─".repeat(cells.length())).append('\n');
      }
    }
    return out.toString();
  }

  /** Its entries, as many on a line as fit. */
  private static String caption(ResultTable table) {
    StringBuilder text = new StringBuilder();
    int length = 0;
    for (Map.Entry<String, String> entry : table.caption().entrySet()) {
      String words = entry.getKey() + " " + entry.getValue();
      boolean fits = length + BETWEEN.length() + words.length() <= CAPTION_WIDTH;
      text.append(length == 0 ? "" : fits ? BETWEEN : "\n").append(words);
      length = length > 0 && fits ? length + BETWEEN.length() + words.length() : words.length();
    }
    return text.toString();
  }

  /** Title and cells of a column, padded to one width. */
  private static List<String> texts(ResultTable table, int column) {
    Column head = table.columns().get(column);
    boolean right = CellText.isNumeric(table, column);
    boolean marked = table.cells(column).stream().anyMatch(Cell::best);
    List<String> words = table.cells(column).stream().map(cell -> CellText.of(head, cell)).toList();
    List<String> shown = head.brief() ? Shortening.of(words) : words;
    List<String> cells =
        IntStream.range(0, shown.size())
            .mapToObj(
                row ->
                    shown.get(row)
                        + (table.cells(column).get(row).best() ? BEST : marked ? OTHER : ""))
            .toList();
    int width =
        Math.max(
            head.title().length() + (marked ? OTHER.length() : 0),
            cells.stream().mapToInt(String::length).max().orElse(0));
    return Stream.concat(Stream.of(head.title() + (marked && right ? OTHER : "")), cells.stream())
        .map(text -> pad(text, width, right))
        .toList();
  }

  private static String pad(String text, int width, boolean right) {
    String spaces = " ".repeat(width - text.length());
    return right ? spaces + text : text + spaces;
  }
}
