package org.lenetlab.results.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A table of results before it has a form.
 *
 * @param caption what is the same in every row, by title
 * @param rows one cell per column each
 * @param notes sentences to show below
 */
public record ResultTable(
    Map<String, String> caption, List<Column> columns, List<List<Cell>> rows, List<String> notes) {

  public ResultTable {
    caption = Collections.unmodifiableMap(new LinkedHashMap<>(caption));
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    notes = List.copyOf(notes);
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(row.size() + " cells in " + columns.size() + " columns");
      }
    }
  }

  /**
   * The same table with settings moved to the caption where all rows agree, without empty columns.
   */
  public ResultTable folded() {
    Map<String, String> folded = new LinkedHashMap<>(caption);
    List<Integer> kept = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      Column column = columns.get(c);
      Set<Cell> different = new HashSet<>(cells(c));
      if (different.equals(Set.of(new Cell.Empty()))) {
        continue;
      }
      if (column.setting() && different.size() == 1) {
        folded.put(column.title(), CellText.of(column, cells(c).getFirst()));
      } else {
        kept.add(c);
      }
    }
    return new ResultTable(
        folded,
        kept.stream().map(columns::get).toList(),
        rows.stream().map(row -> kept.stream().map(row::get).toList()).toList(),
        notes);
  }

  /** A cell as people read it. */
  public String text(int row, int column) {
    return CellText.of(columns.get(column), rows.get(row).get(column));
  }

  /** Whether a column reads better aligned to the right. */
  public boolean isNumeric(int column) {
    return CellText.isNumeric(this, column);
  }

  /** The cells of one column. */
  List<Cell> cells(int column) {
    return IntStream.range(0, rows.size()).mapToObj(row -> rows.get(row).get(column)).toList();
  }
}
