package org.lenetlab.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.api.experiment.Measure;
import org.lenetlab.results.store.Environment;
import org.lenetlab.results.store.Identity;
import org.lenetlab.results.store.Identity.Inputs;
import org.lenetlab.results.store.Identity.Platform;
import org.lenetlab.results.store.ResultsStore.StoredRun;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.store.RunRecord.Outcome;
import org.lenetlab.results.store.RunRecord.Subject;
import org.lenetlab.results.table.TableFormat;

final class ResultsDatabaseTest {
  @TempDir private Path root;

  private StoredRun run(double rate, long seed, int correct) throws IOException {
    String experiment = "{\"optimizer\":{\"learning-rate\":%s,\"name\":\"sgd\"}}".formatted(rate);
    Identity identity =
        Identity.of(
            experiment,
            seed,
            new Platform("cpu", "reference", 1, null),
            new Inputs("d", null, Map.of()));
    RunRecord record =
        RunRecord.begun(
                "demo",
                identity,
                Map.of(),
                new Subject("MNIST", 10, 0, 3, 18, 18, 30, null, null),
                new Environment("host", "cpu", 2, "Linux", "25", "0.1.0", "1234567", 2, ""),
                "2026-01-01T00:00:00Z")
            .finished(new Outcome("2026-01-01T00:00:01Z", List.of(epoch(correct)), 1, "00112233"));
    Path folder = Files.createDirectories(root.resolve(record.id()));
    Files.writeString(folder.resolve("predictions.csv"), "label,predicted\n7,7\n1,2\n3,3\n");
    return new StoredRun(folder, record);
  }

  private static EpochMetrics epoch(int correct) {
    return new EpochMetrics(
        1, new Measure(0.5, 9, 10), null, new Measure(0.25, correct, 100), 0.1, null, 50, 10);
  }

  private String csv(String sql) throws IOException {
    List<StoredRun> runs = new ArrayList<>();
    runs.add(run(0.1, 1, 90));
    runs.add(run(0.1, 2, 92));
    runs.add(run(0.3, 1, 97));
    try (ResultsDatabase database = new ResultsDatabase(runs)) {
      return TableFormat.CSV.render(database.query(sql)).replace("\r", "");
    }
  }

  @Test
  void runsHaveTheirFiguresAndSettings() throws IOException {
    assertThat(
            csv(
                "select optimizer_learning_rate, count(*), avg(test_accuracy),"
                    + " stddev(test_accuracy), median(test_error), max(validation_error)"
                    + " from runs where backend = 'reference' group by 1"))
        .endsWith("\n0.1,2,91.0,1.4142135623730951,9.0,\n0.3,1,97.0,,3.0,\n");
  }

  @Test
  void wordsOfDigitsStayWords() throws IOException {
    assertThat(csv("select distinct git_commit, typeof(git_commit), parameters_hash from runs"))
        .endsWith("\n1234567,text,00112233\n");
  }

  @Test
  void epochsAndPredictionsAreTablesToo() throws IOException {
    assertThat(csv("select count(*), sum(training_millis) from epochs join runs using (run)"))
        .endsWith("\n3,150\n");
    assertThat(csv("select label, count(*) from predictions where label <> predicted group by 1"))
        .endsWith("\n1,3\n");
  }

  @Test
  void databaseCannotBeWritten() {
    for (String sql : List.of("delete from runs", "create table x (y)", "drop table epochs")) {
      assertThatThrownBy(() -> csv(sql)).isInstanceOf(QueryException.class);
    }
    assertThatThrownBy(() -> csv("selct 1")).hasMessageContaining("syntax error");
  }

  @Test
  void tablesAreListed() throws IOException {
    try (ResultsDatabase database = new ResultsDatabase(List.of(run(0.1, 1, 90)))) {
      assertThat(TableFormat.CSV.render(database.tables()))
          .contains("runs,optimizer_learning_rate", "epochs,test_error", "predictions,image");
    }
  }
}
