package org.lenetlab.results.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lenetlab.results.store.Identity;
import org.lenetlab.results.store.RunRecord;

/**
 * Makes the table that compares finished runs: a row for each group of runs that differ in seed.
 */
public final class RunTable {
  /** What is told of every experiment, by path, in this order. */
  private static final Map<String, String> MAIN_SETTINGS = mainSettings();

  private RunTable() {}

  private static Map<String, String> mainSettings() {
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("architecture.name", "network");
    titles.put("optimizer.name", "optimizer");
    titles.put("optimizer.learning-rate", "learning rate");
    titles.put("training.batch-size", "batch");
    titles.put("training.epochs", "epochs");
    return titles;
  }

  /**
   * The table of the finished ones among {@code runs}; a note tells of the others.
   *
   * @param each whether every run has a row of its own
   */
  public static ResultTable of(List<RunRecord> runs, boolean each) {
    List<RunRecord> finished = runs.stream().filter(RunRecord::isFinished).toList();
    Collection<List<RunRecord>> groups = groups(finished, each);
    Set<String> paths = new LinkedHashSet<>(MAIN_SETTINGS.keySet());
    paths.addAll(Settings.varying(finished));
    List<Column> columns = columns(paths);
    List<List<Cell>> rows = groups.stream().map(group -> row(group, paths)).toList();
    return new ResultTable(Map.of(), columns, rows, RunNotes.of(runs, groups));
  }

  private static Collection<List<RunRecord>> groups(List<RunRecord> runs, boolean each) {
    record Key(String experiment, JsonNode settings, Identity.Platform on, Identity.Inputs from) {}
    return each
        ? runs.stream().map(List::of).toList()
        : runs.stream()
            .collect(
                Collectors.groupingBy(
                    run ->
                        new Key(
                            run.experiment(),
                            run.identity().experiment(),
                            run.identity().platform(),
                            run.identity().inputs()),
                    LinkedHashMap::new,
                    Collectors.toList()))
            .values();
  }

  private static List<Column> columns(Set<String> paths) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.setting("experiment", "experiment"));
    columns.add(Column.setting("dataset", "dataset"));
    paths.forEach(path -> columns.add(Column.setting(path, title(path))));
    columns.add(Column.setting("parameters", "parameters"));
    columns.add(Column.setting("connections", "connections"));
    RunFigure.ALL.forEach(figure -> columns.addAll(figure.columns()));
    columns.add(Column.figure("seeds", "seeds", 0));
    columns.add(Column.figure("runs", "run", 0));
    return columns;
  }

  private static String title(String path) {
    String title = MAIN_SETTINGS.get(path);
    return title != null ? title : path.replaceAll("\\.name$", "");
  }

  private static List<Cell> row(List<RunRecord> group, Set<String> paths) {
    RunRecord first = group.getFirst();
    Map<String, String> settings = Settings.of(first);
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Text(first.experiment()));
    cells.add(new Cell.Text(first.subject().dataset()));
    for (String path : paths) {
      String value = settings.get(path);
      cells.add(value == null ? new Cell.Empty() : new Cell.Text(value));
    }
    cells.add(new Cell.Count(first.subject().parameters()));
    cells.add(new Cell.Count(first.subject().connections()));
    RunFigure.ALL.forEach(figure -> cells.addAll(figure.cells(group)));
    cells.add(new Cell.Text(Seeds.of(group)));
    cells.add(group.size() == 1 ? new Cell.Text(first.id()) : new Cell.Empty());
    return cells;
  }
}
