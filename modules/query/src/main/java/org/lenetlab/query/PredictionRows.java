package org.lenetlab.query;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lenetlab.results.store.Predictions;
import org.lenetlab.results.store.ResultsStore.StoredRun;

/** {@code predictions}: a row for each test image of each finished run; read when asked for. */
final class PredictionRows {
  static final String NAME = "predictions";

  private static final List<String> COLUMNS =
      List.of("experiment", "run", "image", "label", "predicted");

  private PredictionRows() {}

  static Rows empty() {
    return new Rows(NAME, COLUMNS, Stream.empty());
  }

  static Rows of(List<StoredRun> runs) {
    return new Rows(
        NAME,
        COLUMNS,
        runs.stream().filter(run -> run.record().isFinished()).flatMap(PredictionRows::rows));
  }

  private static Stream<List<Object>> rows(StoredRun run) {
    Predictions predictions = run.predictions();
    byte[] labels = predictions.labels();
    byte[] predicted = predictions.predicted();
    return IntStream.range(0, labels.length)
        .mapToObj(
            i ->
                List.of(
                    run.record().experiment(),
                    run.record().id(),
                    i,
                    labels[i] & 0xFF,
                    predicted[i] & 0xFF));
  }
}
