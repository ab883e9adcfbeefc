package org.lenetlab.app.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lenetlab.app.fidelity.Anatomy.Pair;
import org.lenetlab.results.table.Cell;
import org.lenetlab.results.table.Column;
import org.lenetlab.results.table.ResultTable;

/** Sizes, parameters and connections of two networks, layer beside layer. */
final class CountTable {
  private static final List<Column> COLUMNS =
      Stream.of(
              "layer",
              "output 1998",
              "output",
              "parameters 1998",
              "parameters",
              "connections 1998",
              "connections")
          .map(title -> Column.figure(title.replace(' ', '-'), title, 0))
          .toList();

  private CountTable() {}

  static ResultTable of(Subject published, Subject here) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Pair pair : published.anatomy().beside(here.anatomy())) {
      rows.add(
          List.of(
              new Cell.Text(pair.name()),
              output(pair.published()),
              output(pair.here()),
              count(pair.published().map(Block::parameters)),
              count(pair.here().map(Block::parameters)),
              count(pair.published().map(Block::connections)),
              count(pair.here().map(Block::connections))));
    }
    rows.add(
        List.of(
            new Cell.Text("total"),
            new Cell.Empty(),
            new Cell.Empty(),
            new Cell.Count(published.network().parameterCount()),
            new Cell.Count(here.network().parameterCount()),
            new Cell.Count(published.network().connectionCount()),
            new Cell.Count(here.network().connectionCount())));
    return new ResultTable(Map.of(), COLUMNS, rows, List.of());
  }

  private static Cell output(Optional<Block> block) {
    return block
        .map(Block::output)
        .<Cell>map(shape -> new Cell.Text(shape.toString()))
        .orElseGet(Cell.Empty::new);
  }

  private static Cell count(Optional<Long> count) {
    return count.<Cell>map(Cell.Count::new).orElseGet(Cell.Empty::new);
  }
}
