package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.ResultsStore.StoredRun;

/** A sweep whose process dies again and again ends as one that was left in peace. */
final class SweepTerminationTest {
  private static final String SWEEP =
      """
      name: dying
      dataset: {name: synthetic-digits, training: 200, test: 20, validation: 20}
      architecture: {name: mlp, units: [8]}
      optimizer: {name: adam, learning-rate: 0.001}
      training: {epochs: 12, batch-size: 1}
      backend: reference
      repeats: 2
      sweep: {axes: {architecture.activation: [tanh, relu], optimizer.learning-rate: [0.001, 0.01]}}
      """;

  /** Files that are the same whenever and wherever a run was trained. */
  private static final List<String> TIMELESS =
      List.of("weights.safetensors", "predictions.csv", "experiment.yaml");

  @TempDir private Path folder;

  private String[] arguments(String results) throws IOException {
    Path file = Files.writeString(folder.resolve("dying.yaml"), SWEEP);
    return new String[] {
      "run", file.toString(), "--results", folder.resolve(results).toString(), "--threads", "2"
    };
  }

  /** The file of this name of every run; runs are being trained meanwhile. */
  private List<Path> files(String results, String name) throws IOException {
    Path experiment = folder.resolve(results).resolve("dying");
    if (Files.notExists(experiment)) {
      return List.of();
    }
    try (Stream<Path> runs = Files.list(experiment)) {
      return runs.map(run -> run.resolve(name)).filter(Files::exists).toList();
    }
  }

  private long epochs(String results) throws IOException {
    long lines = 0;
    for (Path file : files(results, "epochs.csv")) {
      lines += Files.readAllLines(file).size() - 1;
    }
    return lines;
  }

  /** Kills the sweep, as {@code kill -9} does, when it has some epochs more than before. */
  private void kill(String results, int moreEpochs, int moreMillis) throws Exception {
    long before = epochs(results);
    Path err = folder.resolve("err");
    Process process = LenetProcess.start(List.of(), err, arguments(results));
    while (process.isAlive() && epochs(results) < before + moreEpochs) {
      Thread.sleep(1);
    }
    Thread.sleep(moreMillis);
    assertThat(process.isAlive()).as(Files.readString(err)).isTrue();
    process.destroyForcibly().waitFor();
  }

  private Map<String, String> hashes(String results) {
    Map<String, String> hashes = new TreeMap<>();
    ResultsStore.Scan scan = ResultsStore.scan(List.of(folder.resolve(results)));
    assertThat(scan.problems()).isEmpty();
    for (StoredRun run : scan.runs()) {
      hashes.put(
          run.record().axes() + " " + run.record().identity().seed(),
          Objects.requireNonNull(run.record().outcome()).parametersHash());
    }
    return hashes;
  }

  /** The table of all figures that are no times. */
  private String table(String results) {
    String figures = "test-accuracy,test-loss,validation-accuracy,training-loss";
    Lenet table =
        Lenet.run(
            "table", folder.resolve(results).toString(), "--metric", figures, "--format", "csv");
    assertThat(table.code()).isEqualTo(ExitCode.SUCCESS);
    return table.out();
  }

  @Test
  void killedSweepEndsWithTheTableAndTheBitsOfAnUndisturbedOne() throws Exception {
    kill("killed", 1, 0);
    kill("killed", 12, 3);
    kill("killed", 24, 7);
    Lenet last = Lenet.run(arguments("killed"));
    assertThat(last.code()).isEqualTo(ExitCode.SUCCESS);
    assertThat(Lenet.run(arguments("undisturbed")).code()).isEqualTo(ExitCode.SUCCESS);

    assertThat(hashes("killed")).hasSize(8).isEqualTo(hashes("undisturbed"));
    assertThat(table("killed")).isEqualTo(table("undisturbed"));
    for (String name : TIMELESS) {
      for (Path file : files("undisturbed", name)) {
        Path same =
            folder.resolve("killed").resolve(folder.resolve("undisturbed").relativize(file));
        assertThat(same).hasSameBinaryContentAs(file);
      }
    }
    assertThat(files("killed", "checkpoint.safetensors")).isEmpty();
  }
}
