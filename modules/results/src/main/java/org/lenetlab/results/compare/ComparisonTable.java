package org.lenetlab.results.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lenetlab.results.group.Axis;
import org.lenetlab.results.group.Figure;
import org.lenetlab.results.group.Group;
import org.lenetlab.results.group.Run;
import org.lenetlab.results.statistics.Holm;
import org.lenetlab.results.table.Cell;
import org.lenetlab.results.table.Column;
import org.lenetlab.results.table.Constants;
import org.lenetlab.results.table.ResultTable;

/** Makes the table that compares groups of runs with one of them. */
public final class ComparisonTable {
  private static final double[] LEVELS = {0.05, 0.01, 0.001};

  private ComparisonTable() {}

  /**
   * The table.
   *
   * @throws IllegalArgumentException if there is nothing to compare or not one baseline; the
   *     message says what there is
   */
  public static ResultTable of(List<Run> runs, ComparisonRequest request) {
    List<Run> finished = runs.stream().filter(run -> run.record().isFinished()).toList();
    Comparison comparison = Comparison.of(finished, request);
    Evidence evidence =
        comparison.isOfSingleRuns()
            ? ImageEvidence.of(comparison, request)
            : SeedEvidence.of(comparison, request);
    double[] adjusted = Holm.adjusted(evidence.p());
    List<Column> columns = columns(comparison, request.figure(), evidence);
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(filled(start(comparison.baseline(), request), columns.size()));
    for (int i = 0; i < comparison.others().size(); i++) {
      List<Cell> row = start(comparison.others().get(i), request);
      row.add(difference(evidence.differences()[i], adjusted[i]));
      row.addAll(evidence.cells().get(i));
      if (adjusted.length > 1) {
        row.add(new Cell.Probability(adjusted[i]));
      }
      rows.add(row.stream().map(ComparisonTable::known).toList());
    }
    Map<String, String> caption =
        new LinkedHashMap<>(Constants.caption(comparison.axes(), finished));
    caption.put("baseline", comparison.baselineName());
    List<String> notes = new ArrayList<>(evidence.notes());
    List<Group> elsewhere =
        comparison.others().stream().filter(group -> !comparison.isOfSameData(group)).toList();
    if (!elsewhere.isEmpty()) {
      notes.add(otherData(comparison.baseline(), elsewhere));
    }
    if (Arrays.stream(evidence.p()).anyMatch(p -> !Double.isNaN(p))) {
      notes.add(legend(comparison.others().size()));
    }
    return new ResultTable(caption, columns, rows, notes);
  }

  private static List<Column> columns(Comparison comparison, Figure figure, Evidence evidence) {
    List<Column> columns = new ArrayList<>();
    for (Axis axis : comparison.axes()) {
      columns.add(Column.axis(axis.path(), axis.title()));
    }
    columns.add(Column.figure(figure.toString(), figure.title(), figure.decimals()));
    columns.add(Column.figure("difference", "difference", figure.decimals()));
    columns.addAll(evidence.columns());
    if (comparison.others().size() > 1) {
      columns.add(Column.figure("p-holm", "p (Holm)", 0));
    }
    return columns;
  }

  private static List<Cell> start(Group group, ComparisonRequest request) {
    List<Cell> cells = new ArrayList<>();
    for (String label : group.labels()) {
      cells.add(label.isEmpty() ? new Cell.Empty() : new Cell.Text(label));
    }
    cells.add(
        group.sample(request.figure()).<Cell>map(Cell.Figure::new).orElseGet(Cell.Empty::new));
    return cells;
  }

  private static List<Cell> filled(List<Cell> cells, int size) {
    List<Cell> filled = new ArrayList<>(cells);
    filled.addAll(Collections.nCopies(size - cells.size(), new Cell.Empty()));
    return filled;
  }

  private static Cell difference(double difference, double p) {
    int stars = 0;
    while (stars < LEVELS.length && p < LEVELS[stars]) {
      stars++;
    }
    return new Cell.Difference(difference, "*".repeat(stars));
  }

  /** Nothing instead of what is not a number. */
  private static Cell known(Cell cell) {
    return switch (cell) {
      case Cell.Probability(double p) when Double.isNaN(p) -> new Cell.Empty();
      case Cell.Difference(double value, String _) when Double.isNaN(value) -> new Cell.Empty();
      case Cell.Interval(double low, double _) when Double.isNaN(low) -> new Cell.Empty();
      case Cell.Text _,
          Cell.Count _,
          Cell.Whole _,
          Cell.Real _,
          Cell.Figure _,
          Cell.Difference _,
          Cell.Probability _,
          Cell.Interval _,
          Cell.Empty _ ->
          cell;
    };
  }

  private static String otherData(Group baseline, List<Group> groups) {
    return "The baseline is of %s; runs of %s are not compared with it."
        .formatted(
            String.join(", ", baseline.datasets()),
            groups.stream()
                .flatMap(group -> group.datasets().stream())
                .distinct()
                .collect(Collectors.joining(", ")));
  }

  private static String legend(int comparisons) {
    String correction =
        comparisons == 1 ? "" : ", after Holm's correction for " + comparisons + " comparisons";
    return "* p < 0.05, ** p < 0.01, *** p < 0.001" + correction;
  }
}
