package org.lenetlab.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.api.experiment.Metric;
import org.lenetlab.results.store.ResultsStore.StoredRun;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.store.RunRecord.Outcome;

/** {@code epochs}: a row for each epoch of each finished run. */
final class EpochRows {
  static final String NAME = "epochs";

  private EpochRows() {}

  static Rows of(List<StoredRun> runs) {
    List<String> columns = new ArrayList<>(List.of("experiment", "run", "epoch", "learning_rate"));
    for (Metric metric : Metric.values()) {
      columns.add(metric.toString().replace('-', '_'));
    }
    columns.addAll(List.of("training_millis", "evaluation_millis"));
    return new Rows(NAME, columns, runs.stream().flatMap(EpochRows::rows));
  }

  private static Stream<List<@Nullable Object>> rows(StoredRun run) {
    Outcome outcome = run.record().outcome();
    return outcome == null
        ? Stream.empty()
        : outcome.epochs().stream().map(epoch -> row(run.record(), epoch));
  }

  private static List<@Nullable Object> row(RunRecord run, EpochMetrics epoch) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(run.experiment());
    row.add(run.id());
    row.add(epoch.epoch());
    row.add(epoch.learningRate());
    for (Metric metric : Metric.values()) {
      row.add(RunRows.measured(metric.of(epoch)));
    }
    row.add(epoch.trainingMillis());
    row.add(epoch.evaluationMillis());
    return row;
  }
}
