package org.lenetlab.results.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lenetlab.results.group.Axis;
import org.lenetlab.results.group.Figure;
import org.lenetlab.results.group.Group;
import org.lenetlab.results.group.NaturalOrder;
import org.lenetlab.results.group.Run;

/** Rows by some axes, columns by others, a figure in each cell. */
final class PivotTable {
  private final TableRequest request;
  private final List<Run> runs;
  private final List<Axis> rowAxes;
  private final List<Axis> columnAxes;
  private final List<Axis> axes;
  private final List<Group> groups;

  private PivotTable(List<Run> runs, TableRequest request) {
    this.request = request;
    this.runs = runs;
    rowAxes = request.by().stream().map(path -> new Axis(path, runs)).toList();
    columnAxes = request.across().stream().map(path -> new Axis(path, runs)).toList();
    axes = Stream.concat(rowAxes.stream(), columnAxes.stream()).toList();
    groups = Group.of(runs, axes);
  }

  /**
   * The table.
   *
   * @param runs finished ones
   * @param notes to show first
   */
  static ResultTable of(List<Run> runs, List<String> notes, TableRequest request) {
    return new PivotTable(runs, request).table(notes);
  }

  private ResultTable table(List<String> before) {
    List<List<String>> heads = distinct(groups.stream().map(this::head).toList());
    List<Figure> figures =
        request.figures().isEmpty() ? List.of(Figure.TEST_ACCURACY) : request.figures();
    List<Column> columns = new ArrayList<>();
    rowAxes.forEach(axis -> columns.add(Column.axis(axis.path(), axis.title())));
    for (Figure figure : figures) {
      for (List<String> head : heads) {
        columns.add(column(figure, head, figures.size() > 1));
      }
    }
    List<List<Cell>> rows = rows(heads, figures);
    for (int f = 0; f < figures.size(); f++) {
      int from = rowAxes.size() + f * heads.size();
      List<Integer> together = IntStream.range(from, from + heads.size()).boxed().toList();
      if (groups.stream().map(Group::datasets).distinct().count() == 1) {
        rows = Best.marked(rows, together, figures.get(f).better());
      }
    }
    List<String> notes = new ArrayList<>(before);
    notes.addAll(RunNotes.ofGroups(groups, axes));
    notes.addAll(Origins.notes(groups, axes, request));
    return new ResultTable(caption(figures), columns, rows, notes);
  }

  private Map<String, String> caption(List<Figure> figures) {
    Map<String, String> caption = new LinkedHashMap<>(Constants.caption(axes, runs));
    if (figures.size() == 1) {
      caption.put("figure", figures.getFirst().title());
    }
    caption.put("columns", String.join(", ", columnAxes.stream().map(Axis::title).toList()));
    return caption;
  }

  private Column column(Figure figure, List<String> head, boolean several) {
    List<String> conditions =
        IntStream.range(0, head.size())
            .mapToObj(i -> columnAxes.get(i).path() + "=" + head.get(i))
            .toList();
    String title = String.join(", ", head);
    return Column.figure(
        figure + "[" + String.join(",", conditions) + "]",
        several ? figure.title() + ", " + title : title,
        figure.decimals());
  }

  private List<List<Cell>> rows(List<List<String>> heads, List<Figure> figures) {
    Map<List<String>, Group> byLabels = new LinkedHashMap<>();
    groups.forEach(group -> byLabels.put(group.labels(), group));
    Statistic statistic =
        request.statistics().isEmpty() ? Statistic.MEAN : request.statistics().getFirst();
    List<List<Cell>> rows = new ArrayList<>();
    for (List<String> stub : distinct(groups.stream().map(this::stub).toList())) {
      List<Cell> row = new ArrayList<>();
      stub.forEach(label -> row.add(label.isEmpty() ? new Cell.Empty() : new Cell.Text(label)));
      for (Figure figure : figures) {
        for (List<String> head : heads) {
          Group group = byLabels.get(Stream.concat(stub.stream(), head.stream()).toList());
          row.add(
              group == null ? new Cell.Empty() : RunColumn.cell(group, figure, statistic, request));
        }
      }
      rows.add(row);
    }
    return rows;
  }

  private List<String> stub(Group group) {
    return group.labels().subList(0, rowAxes.size());
  }

  private List<String> head(Group group) {
    return group.labels().subList(rowAxes.size(), group.labels().size());
  }

  /** Each once, in natural order: that of the runs depends on which were faster. */
  private static List<List<String>> distinct(List<List<String>> labels) {
    return labels.stream().distinct().sorted(PivotTable::compare).toList();
  }

  private static int compare(List<String> one, List<String> other) {
    return IntStream.range(0, one.size())
        .map(i -> NaturalOrder.INSTANCE.compare(one.get(i), other.get(i)))
        .filter(order -> order != 0)
        .findFirst()
        .orElse(0);
  }
}
