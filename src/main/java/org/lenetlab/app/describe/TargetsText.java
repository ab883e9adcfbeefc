package org.lenetlab.app.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.network.Targets;
import org.lenetlab.results.table.Cell;
import org.lenetlab.results.table.Column;
import org.lenetlab.results.table.ResultTable;

/** The targets of an RBF output as pictures, and how far they are apart. */
final class TargetsText {
  private TargetsText() {}

  /** The targets side by side, {@code #} for positive values; empty if they are no pictures. */
  static List<String> drawing(Targets targets) {
    Shape shape = targets.shape();
    return shape.isVector()
        ? List.of()
        : IntStream.range(0, shape.height()).mapToObj(row -> row(targets, row)).toList();
  }

  private static String row(Targets targets, int row) {
    int width = targets.shape().width();
    return IntStream.range(0, targets.classes())
        .mapToObj(
            label ->
                IntStream.range(row * width, (row + 1) * width)
                    .mapToObj(j -> targets.get(label, j) > 0 ? "#" : ".")
                    .collect(Collectors.joining()))
        .collect(Collectors.joining("  "));
  }

  /** The number of values in which each pair of targets differs. */
  static ResultTable distances(Targets targets) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.figure("target", "", 0));
    List<List<Cell>> rows = new ArrayList<>();
    for (int label = 0; label < targets.classes(); label++) {
      columns.add(Column.figure("to-" + label, Integer.toString(label), 0));
      List<Cell> row = new ArrayList<>();
      row.add(new Cell.Count(label));
      for (int other = 0; other < targets.classes(); other++) {
        row.add(
            other == label
                ? new Cell.Empty()
                : new Cell.Count(targets.hammingDistance(label, other)));
      }
      rows.add(row);
    }
    return new ResultTable(Map.of(), columns, rows, List.of());
  }
}
