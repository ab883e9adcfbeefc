package org.lenetlab.results.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.lenetlab.results.group.Figure.Better;
import org.lenetlab.results.group.Group;

/** Marks the best figures. */
final class Best {
  private Best() {}

  /**
   * The same rows with the best figures of some columns marked, unless all are the same.
   *
   * @param columns whose figures are compared with each other
   */
  static List<List<Cell>> marked(List<List<Cell>> rows, List<Integer> columns, Better better) {
    OptionalDouble best =
        switch (better) {
          case HIGHER -> values(rows, columns).max();
          case LOWER -> values(rows, columns).min();
          case NEITHER -> OptionalDouble.empty();
        };
    if (best.isEmpty() || values(rows, columns).distinct().count() == 1) {
      return rows;
    }
    List<List<Cell>> marked = new ArrayList<>();
    for (List<Cell> row : rows) {
      List<Cell> cells = new ArrayList<>(row);
      for (int column : columns) {
        if (row.get(column) instanceof Cell.Figure figure && value(figure) == best.getAsDouble()) {
          cells.set(column, figure.asBest());
        }
      }
      marked.add(cells);
    }
    return marked;
  }

  /** The same for one column, where only rows of the same data are compared with each other. */
  static List<List<Cell>> markedAmong(
      List<Group> groups, List<List<Cell>> rows, int column, Better better) {
    List<List<Cell>> marked = new ArrayList<>(rows);
    Map<Set<String>, List<Integer>> byData =
        IntStream.range(0, rows.size())
            .boxed()
            .collect(Collectors.groupingBy(row -> groups.get(row).datasets()));
    for (List<Integer> same : byData.values()) {
      List<List<Cell>> part =
          marked(same.stream().map(rows::get).toList(), List.of(column), better);
      IntStream.range(0, part.size()).forEach(i -> marked.set(same.get(i), part.get(i)));
    }
    return marked;
  }

  private static DoubleStream values(List<List<Cell>> rows, List<Integer> columns) {
    return rows.stream()
        .flatMap(row -> columns.stream().map(row::get))
        .filter(Cell.Figure.class::isInstance)
        .mapToDouble(cell -> value((Cell.Figure) cell));
  }

  private static double value(Cell.Figure figure) {
    return figure.statistic().of(figure.sample());
  }
}
