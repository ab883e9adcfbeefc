package org.lenetlab.results.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lenetlab.results.group.Axis;
import org.lenetlab.results.group.Group;
import org.lenetlab.results.group.Run;

/** What readers want to know of every table, even where nothing differs in it. */
public final class Constants {
  /** The settings that are told of every experiment. */
  static final List<String> PATHS =
      List.of(
          "architecture.name",
          "optimizer.name",
          "optimizer.learning-rate",
          "training.batch-size",
          "training.epochs");

  private Constants() {}

  /** Columns of what {@code axes} do not tell, the data set first. */
  static List<RunColumn> of(List<Axis> axes, List<Run> runs) {
    List<String> told = axes.stream().map(Axis::path).toList();
    List<RunColumn> columns = new ArrayList<>();
    columns.add(RunColumn.common("dataset", "dataset", run -> run.record().subject().dataset()));
    Stream.concat(Stream.of("experiment"), PATHS.stream())
        .filter(path -> axes.stream().noneMatch(axis -> Run.covers(axis.path(), path)))
        .filter(path -> isCommon(path, runs) || !Run.follows(path, told, runs))
        .map(path -> new Axis(path, runs))
        .map(axis -> RunColumn.common(axis.path(), axis.title(), axis::label))
        .forEach(columns::add);
    columns.add(
        RunColumn.common("parameters", "parameters", run -> run.record().subject().parameters()));
    columns.add(
        RunColumn.common(
            "connections", "connections", run -> run.record().subject().connections()));
    return columns;
  }

  private static boolean isCommon(String path, List<Run> runs) {
    return runs.stream().map(new Axis(path, runs)::label).distinct().count() <= 1;
  }

  /** Whether {@code runs} do not agree in what a column tells. */
  static boolean differ(RunColumn column, List<Run> runs) {
    return !runs.isEmpty() && column.cell().apply(new Group(List.of(), runs)) instanceof Cell.Empty;
  }

  /** What all of {@code runs} agree in, as entries of a caption. */
  public static Map<String, String> caption(List<Axis> axes, List<Run> runs) {
    Map<String, String> caption = new LinkedHashMap<>();
    for (RunColumn column : of(axes, runs)) {
      if (!runs.isEmpty() && !differ(column, runs)) {
        Cell cell = column.cell().apply(new Group(List.of(), runs));
        caption.put(column.column().title(), CellText.of(column.column(), cell));
      }
    }
    return caption;
  }
}
