package org.lenetlab.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lenetlab.results.group.Figure;
import org.lenetlab.results.group.Run;
import org.lenetlab.results.store.ResultsStore.StoredRun;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.store.RunRecord.Outcome;

/** {@code runs}: a row for each run with its figures and settings. */
final class RunRows {
  static final String NAME = "runs";

  private RunRows() {}

  static Rows of(List<StoredRun> runs) {
    NavigableSet<String> columns = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    List<Map<String, @Nullable Object>> settings = new ArrayList<>();
    for (StoredRun run : runs) {
      Map<String, @Nullable Object> own = settings(run);
      columns.addAll(own.keySet());
      settings.add(own);
    }
    List<Map<String, @Nullable Object>> known = runs.stream().map(RunRows::known).toList();
    List<String> names = new ArrayList<>(known.isEmpty() ? List.of() : known.getFirst().keySet());
    columns.removeAll(names);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      List<@Nullable Object> row = new ArrayList<>(known.get(i).values());
      for (String column : columns) {
        row.add(settings.get(i).get(column));
      }
      rows.add(row);
    }
    names.addAll(columns);
    return new Rows(NAME, names, rows.stream());
  }

  private static Map<String, @Nullable Object> settings(StoredRun run) {
    Map<String, @Nullable Object> settings = new LinkedHashMap<>();
    new Run(run.record())
        .settings()
        .forEach((path, value) -> settings.put(path.replaceAll("[.-]", "_"), value));
    return settings;
  }

  private static Map<String, @Nullable Object> known(StoredRun stored) {
    RunRecord record = stored.record();
    Outcome outcome = record.outcome();
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("run", record.id());
    row.put("experiment", record.experiment());
    row.put("seed", record.identity().seed());
    row.put(
        "status",
        outcome != null ? "finished" : record.failure() != null ? "failed" : "unfinished");
    row.put("failure", record.failure());
    row.put("started", record.started());
    row.put("finished", outcome == null ? null : outcome.finished());
    row.put("folder", stored.folder().toString());
    row.put("training_images", record.subject().training());
    row.put("validation_images", record.subject().validation());
    row.put("test_images", record.subject().test());
    row.put("parameters", record.subject().parameters());
    row.put("connections", record.subject().connections());
    row.put("flops", record.subject().flops());
    row.put("host", record.environment().host());
    row.put("cpu", record.environment().cpu());
    row.put("threads", record.environment().threads());
    row.put("git_commit", record.environment().commit());
    row.put("epochs", outcome == null ? null : outcome.epochs().size());
    row.put("chosen_epoch", outcome == null ? null : outcome.chosenEpoch());
    row.put("parameters_hash", outcome == null ? null : outcome.parametersHash());
    Run run = new Run(record);
    for (Figure figure : Figure.values()) {
      row.put(column(figure), outcome == null ? null : measured(figure.of(run)));
    }
    return row;
  }

  private static String column(Figure figure) {
    return figure.toString().replace('-', '_');
  }

  static @Nullable Double measured(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
