package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.api.experiment.Metric;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.ResultsStore.StoredRun;
import org.lenetlab.results.store.RunRecord;

/** Sweeps with {@code strategy: halving}. */
final class HalvingTest {
  private static final String BASE =
      """
      name: halved
      dataset: {name: synthetic-digits, training: 120, test: 20, validation: 40}
      architecture: {name: mlp, units: [8]}
      optimizer: {name: momentum, learning-rate: 0.02}
      training: {epochs: 4, batch-size: 8}
      backend: reference
      repeats: 2
      """;
  private static final String AXES =
      "axes: {optimizer.learning-rate: [1.0e+30, 0.001, 0.2, 0.01, 0.05]}";
  private static final String HALVING =
      "sweep: {strategy: {name: halving, eta: 2}, %s}".formatted(AXES);
  private static final String GRID = "sweep: {%s}".formatted(AXES);

  @TempDir private Path folder;

  private Lenet lenet(String command, String text, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("halved.yaml"), text);
    List<String> arguments = new ArrayList<>(List.of(command, file.toString()));
    arguments.addAll(List.of(more));
    return Lenet.run(arguments.toArray(String[]::new));
  }

  private Lenet run(String sweep, String results) throws IOException {
    return lenet("run", BASE + sweep, "--results", folder.resolve(results).toString());
  }

  private List<RunRecord> finished(String results) {
    return ResultsStore.scan(List.of(folder.resolve(results))).runs().stream()
        .map(StoredRun::record)
        .filter(RunRecord::isFinished)
        .toList();
  }

  private Map<String, String> hashes(String results) {
    return finished(results).stream()
        .collect(
            Collectors.toMap(
                RunRecord::id, r -> Objects.requireNonNull(r.outcome()).parametersHash()));
  }

  /** The mean validation accuracy over the seeds after {@code epoch}, by learning rate. */
  private Map<String, Double> scores(String results, int epoch) {
    return finished(results).stream()
        .collect(
            Collectors.groupingBy(
                run -> run.axes().get("optimizer.learning-rate"),
                Collectors.averagingDouble(
                    run ->
                        Metric.VALIDATION_ACCURACY.of(
                            Objects.requireNonNull(run.outcome()).epochs().get(epoch - 1)))));
  }

  private static double score(Map.Entry<String, Double> trial) {
    return trial.getValue();
  }

  @Test
  void theBestGoOnAndEndWithTheBitsOfAWholeTraining() throws IOException {
    Lenet halving = run(HALVING, "halving");
    assertThat(halving.out())
        .contains("round 1: 5 trials to epoch 1", "round 2: 2 trials to epoch 2", "2 failed")
        .contains("round 3: 1 trial to epoch 4")
        .containsPattern("(?m)^1.0e\\+30 +1 +failed$")
        .doesNotContain("not finished");
    run(GRID, "grid");
    assertThat(finished("grid")).hasSize(8);
    assertThat(hashes("grid")).containsAllEntriesOf(hashes("halving"));
    List<String> best = finished("halving").stream().map(r -> r.axes().toString()).toList();
    assertThat(best).hasSize(2);
    Map<String, Double> first = scores("grid", 1);
    double median = first.values().stream().sorted().skip(2).findFirst().orElseThrow();
    assertThat(scores("halving", 1).entrySet())
        .singleElement()
        .satisfies(chosen -> assertThat(score(chosen)).isGreaterThanOrEqualTo(median));
  }

  @Test
  void aSecondTimeTrainsNothingAndAGridGoesOnWithTheOthers() throws IOException {
    Lenet first = run(HALVING, "halving");
    Lenet second = run(HALVING, "halving");
    assertThat(second.out()).doesNotContain("runs done").contains("round 3: 1 trial to epoch 4");
    assertThat(rounds(second)).isEqualTo(rounds(first));
    run(GRID, "halving");
    run(GRID, "grid");
    assertThat(hashes("halving")).hasSize(8).isEqualTo(hashes("grid"));
    assertThat(rounds(run(HALVING, "grid"))).isEqualTo(rounds(first));
  }

  private static List<String> rounds(Lenet run) {
    return run.out().lines().filter(line -> line.startsWith("round")).toList();
  }

  @Test
  void checkTellsTheRounds() throws IOException {
    assertThat(lenet("check", BASE + HALVING).out())
        .contains("halving: 5 to epoch 1, 2 to epoch 2, 1 to epoch 4");
  }

  @Test
  void withoutValidationImagesItIsALocatedError() throws IOException {
    String file = BASE.replace(", validation: 40", "") + HALVING;
    Lenet run = lenet("run", file, "--results", folder.resolve("results").toString());
    assertThat(run.code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(run.err())
        .contains("halving chooses by validation examples")
        .contains("halved.yaml:2:");
    assertThat(folder.resolve("results/halved")).doesNotExist();
  }
}
