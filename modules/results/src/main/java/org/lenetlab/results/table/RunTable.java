package org.lenetlab.results.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lenetlab.results.group.Axis;
import org.lenetlab.results.group.Figure;
import org.lenetlab.results.group.Group;
import org.lenetlab.results.group.NaturalOrder;
import org.lenetlab.results.group.Run;
import org.lenetlab.results.store.RunRecord;

/** Makes the table that compares finished runs: a row for each group of them. */
public final class RunTable {
  private RunTable() {}

  /**
   * The usual table of the finished ones among {@code runs}; a note tells of the others.
   *
   * @param each whether every run has a row of its own
   */
  public static ResultTable of(List<RunRecord> runs, boolean each) {
    return of(Run.of(runs), TableRequest.usual(each));
  }

  /** The table of the finished ones among {@code runs}; a note tells of the others. */
  public static ResultTable of(List<Run> runs, TableRequest request) {
    List<Run> finished = runs.stream().filter(run -> run.record().isFinished()).toList();
    if (!request.across().isEmpty()) {
      return PivotTable.of(finished, RunNotes.ofRuns(runs), request);
    }
    List<Axis> axes = axes(finished, request.by());
    List<Group> groups = groups(finished, axes, request);
    List<RunColumn> columns = columns(axes, finished, request);
    List<List<Cell>> rows =
        groups.stream()
            .map(group -> columns.stream().map(column -> column.cell().apply(group)).toList())
            .toList();
    for (int c = 0; c < columns.size(); c++) {
      Figure figure = columns.get(c).figure();
      if (figure != null) {
        rows = Best.markedAmong(groups, rows, c, figure.better());
      }
    }
    List<String> notes = new ArrayList<>(RunNotes.ofRuns(runs));
    if (!groups.isEmpty()) {
      notes.addAll(RunNotes.ofColumns(columns));
    }
    notes.addAll(RunNotes.ofGroups(groups, axes));
    notes.addAll(Origins.notes(groups, axes, request));
    return new ResultTable(Map.of(), columns.stream().map(RunColumn::column).toList(), rows, notes);
  }

  /** What differs comes in the order of the sweep that chose it, or of the paths. */
  private static List<Axis> axes(List<Run> runs, List<String> by) {
    Set<String> paths = new LinkedHashSet<>(by);
    if (by.isEmpty()) {
      Set<String> tried = Run.tried(runs);
      paths.add("experiment");
      Constants.PATHS.stream()
          .filter(path -> tried.stream().noneMatch(chosen -> Run.covers(chosen, path)))
          .filter(path -> !Run.follows(path, tried, runs))
          .forEach(paths::add);
      paths.addAll(tried);
    }
    return paths.stream().map(path -> new Axis(path, runs)).toList();
  }

  private static List<Group> groups(List<Run> runs, List<Axis> axes, TableRequest request) {
    List<Group> groups =
        request.each()
            ? Group.each(runs, axes)
            : request.by().isEmpty() ? Group.repeats(runs, axes) : Group.of(runs, axes);
    TableRequest.Order order = request.order();
    if (order == null) {
      return groups;
    }
    return groups.stream().sorted(comparator(order, runs)).toList();
  }

  /** What has no such figure or setting comes last in both directions. */
  private static Comparator<Group> comparator(TableRequest.Order order, List<Run> runs) {
    if (Figure.keys().contains(order.key())) {
      Figure figure = Figure.ofKey(order.key());
      int sign = order.descending() ? -1 : 1; // NaN is last only where the smallest is first
      return Comparator.comparingDouble(
          group -> group.sample(figure).map(sample -> sign * sample.mean()).orElse(Double.NaN));
    }
    Axis axis = new Axis(order.key(), runs);
    Function<Group, String> label = group -> axis.label(group.runs().getFirst());
    Comparator<Group> byLabel = Comparator.comparing(label, NaturalOrder.INSTANCE);
    return Comparator.comparing((Group group) -> label.apply(group).isEmpty())
        .thenComparing(order.descending() ? byLabel.reversed() : byLabel);
  }

  private static List<RunColumn> columns(List<Axis> axes, List<Run> runs, TableRequest request) {
    List<RunColumn> columns = new ArrayList<>();
    IntStream.range(0, axes.size())
        .mapToObj(i -> RunColumn.label(axes.get(i).path(), axes.get(i).title(), i))
        .forEach(columns::add);
    List<RunColumn> constants = new ArrayList<>(Constants.of(axes, runs));
    if (request.by().isEmpty()) {
      columns.add(1, constants.removeFirst()); // the data set, behind the experiment
    } else {
      constants.removeIf(column -> Constants.differ(column, runs));
    }
    columns.addAll(constants);
    columns.addAll(RunColumn.figures(request));
    columns.add(RunColumn.seeds());
    columns.add(RunColumn.ids());
    return columns;
  }
}
