package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.ResultsStore.StoredRun;
import org.lenetlab.results.store.RunLock;
import org.lenetlab.results.store.RunRecord;

/** {@code lenet run} and {@code lenet check} on files with a sweep. */
final class SweepCommandTest {
  private static final String BASE =
      """
      name: tiny
      dataset: {name: synthetic-digits, training: 60, test: 20}
      architecture: {name: mlp, units: [8]}
      optimizer: {name: momentum, learning-rate: 0.02}
      training: {epochs: 2, batch-size: 8}
      backend: reference
      repeats: 2
      """;

  @TempDir private Path folder;

  private Lenet lenet(String command, String sweep, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("tiny.yaml"), BASE + sweep);
    List<String> arguments = new ArrayList<>(List.of(command, file.toString()));
    if (command.equals("run")) {
      arguments.addAll(List.of("--results", folder.resolve("results").toString()));
    }
    arguments.addAll(List.of(more));
    return Lenet.run(arguments.toArray(String[]::new));
  }

  private Lenet run(String sweep, String... more) throws IOException {
    return lenet("run", sweep, more);
  }

  private List<RunRecord> records() {
    return ResultsStore.scan(List.of(folder.resolve("results"))).runs().stream()
        .map(StoredRun::record)
        .toList();
  }

  /** When each run was written last, by its id. */
  private Map<String, Object> times() throws IOException {
    Map<String, Object> times = new TreeMap<>();
    for (RunRecord record : records()) {
      Path file = folder.resolve("results/tiny/" + record.id() + "/run.json");
      times.put(record.id(), Files.getLastModifiedTime(file));
    }
    return times;
  }

  @Test
  void trainsEveryTrialWithEverySeedAndKeepsItsAxes() throws IOException {
    Lenet run = run("sweep: {axes: {architecture.units: [[4], [8]], loss: [mse, cross-entropy]}}");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.SUCCESS);
    assertThat(run.out())
        .contains("4 trials: architecture.units (2) × loss (2)")
        .contains("8/8 runs done, best test accuracy")
        .doesNotContain("\u001b", "\r");
    assertThat(records())
        .extracting(record -> record.axes() + " " + record.identity().seed())
        .containsExactlyInAnyOrder(
            "{architecture.units=[4], loss=mse} 1",
            "{architecture.units=[4], loss=mse} 2",
            "{architecture.units=[4], loss=cross-entropy} 1",
            "{architecture.units=[4], loss=cross-entropy} 2",
            "{architecture.units=[8], loss=mse} 1",
            "{architecture.units=[8], loss=mse} 2",
            "{architecture.units=[8], loss=cross-entropy} 1",
            "{architecture.units=[8], loss=cross-entropy} 2");
  }

  @Test
  void addingValuesOnlyAddsTrials() throws IOException {
    run("sweep: {axes: {architecture.units: [[4], [8]]}}");
    Map<String, Object> before = times();
    Lenet more = run("sweep: {axes: {architecture.units: [[4], [8], [2]]}}");
    assertThat(more.out()).contains("4 of 6 runs are finished already", "2/2 runs done");
    assertThat(times()).hasSize(6).containsAllEntriesOf(before);
    Lenet same = run("sweep: {axes: {architecture.units: [[4], [8], [2]]}}");
    assertThat(same.out()).contains("6 of 6 runs are finished already").doesNotContain("runs done");
  }

  @Test
  void drawnTrialsAreNoProductOfTheAxes() throws IOException {
    assertThat(
            run("sweep: {strategy: {name: random, trials: 3}, axes: {architecture.units: [[4],"
                    + " [8]], optimizer.learning-rate: {uniform: [0.01, 0.1]}}}")
                .out())
        .containsPattern(
            "3 trials: architecture.units \\([12]\\), optimizer.learning-rate \\(3\\)");
  }

  @Test
  void aSweepTakesOverTheRunsOfTheSameSettings() throws IOException {
    run("");
    run("sweep: {axes: {optimizer.learning-rate: [0.02]}}");
    assertThat(records())
        .hasSize(2)
        .allSatisfy(r -> assertThat(r.axes()).isEqualTo(Map.of("optimizer.learning-rate", "0.02")));
  }

  @Test
  void aRunThatIsTrainedAgainByItselfStaysTheRunOfItsSweep() throws IOException {
    run("sweep: {axes: {optimizer.learning-rate: [0.02, 1.0e+30]}}", "--set", "repeats=1");
    List<Map<String, String>> axes = records().stream().map(RunRecord::axes).toList();
    for (RunRecord record : records()) {
      Path file = folder.resolve("results/tiny/" + record.id() + "/experiment.yaml");
      String again = record.isFinished() ? "--again" : "--retry-failed";
      Lenet.run("run", file.toString(), "--results", folder.resolve("results").toString(), again);
    }
    assertThat(records()).hasSize(2).extracting(RunRecord::axes).isEqualTo(axes);
  }

  @Test
  void aSweepThatTakesOverARunKeepsWhatAnotherProcessHasMadeOfIt() throws Exception {
    run("", "--set", "repeats=1", "--set", "optimizer.learning-rate=1.0e+30");
    StoredRun failed = ResultsStore.scan(List.of(folder.resolve("results"))).runs().getFirst();
    run("", "--set", "repeats=1");
    RunRecord.Outcome outcome =
        records().stream()
            .map(RunRecord::outcome)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow();
    Files.writeString(
        folder.resolve("tiny.yaml"), BASE + "sweep: {axes: {optimizer.learning-rate: [1.0e+30]}}");
    Process process;
    try (RunLock _ = failed.files().lock(() -> {})) {
      process =
          LenetProcess.start(
              List.of(),
              folder.resolve("err"),
              "run",
              folder.resolve("tiny.yaml").toString(),
              "--results",
              folder.resolve("results").toString(),
              "--set",
              "repeats=1");
      LenetProcess.awaitLine(process, "is being written by another process; waiting");
      failed.files().write(failed.record().finished(outcome));
    }
    assertThat(process.waitFor()).isZero();
    RunRecord record = failed.files().record().orElseThrow();
    assertThat(record.isFinished()).isTrue();
    assertThat(record.axes()).containsKey("optimizer.learning-rate");
  }

  @Test
  void aFailedTrialIsKeptAndStopsNoOther() throws IOException {
    String sweep = "sweep: {axes: {optimizer.learning-rate: [1.0e+30, 0.02]}}";
    Lenet run = run(sweep);
    assertThat(run.code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(run.out()).contains("learning-rate=1.0e+30, seed 1 failed:", "2 failed");
    assertThat(records()).filteredOn(RunRecord::isFinished).hasSize(2);
    assertThat(records()).filteredOn(record -> record.failure() != null).hasSize(2);

    assertThat(run(sweep).out())
        .contains("2 of 4 runs have failed before; lenet run --retry-failed trains them again")
        .doesNotContain("runs done");
    assertThat(run(sweep, "--retry-failed").out()).contains("2/2 runs done, 2 failed");
  }

  @Test
  void runsOfAnEarlierVersionOfTheFileAreToldApart() throws IOException {
    run("sweep: {axes: {architecture.units: [[4], [8]]}}");
    Lenet changed = run("loss: mse\nsweep: {axes: {architecture.units: [[4], [8]]}}");
    assertThat(changed.out())
        .containsPattern(
            "tiny holds 4 other runs, not in this table, with another loss.name: lenet table"
                + " \\S+tiny shows all")
        .contains("4/4 runs done");
    assertThat(records()).hasSize(8);
  }

  @Test
  void otherSeedsOfTheSameTrialsAreNotToldApart() throws IOException {
    run("sweep: {axes: {architecture.units: [[4]]}}");
    assertThat(run("sweep: {axes: {architecture.units: [[4]]}}", "--set", "seed=3").out())
        .contains("seeds 3–4")
        .doesNotContain("other run");
  }

  @Test
  void trialsAreComparedWithTheBaseline() throws IOException {
    String axes =
        "sweep: {axes: {architecture.units: [[4], [8]], loss: [mse, cross-entropy],"
            + " optimizer: [{name: sgd, learning-rate: 0.1}, {name: sgd, learning-rate: 0.2}]},";
    assertThat(run(axes + " baseline: {architecture.units: [[8]], loss: mse}}").out())
        .contains("Compared with the baseline", "p (paired t)", "p (Holm)")
        .contains("baseline architecture.units [8], loss mse");
    assertThat(run(axes + " baseline: {optimizer: {name: sgd, learning-rate: 0.2}}}").out())
        .containsPattern("(?s)Compared with the baseline.*sgd, learning-rate 0.2.*0.1");
  }

  @Test
  void againComparesTheBitsOfAllTrials() throws IOException {
    String sweep = "sweep: {axes: {architecture.units: [[4], [8]]}}";
    run(sweep);
    Lenet again = run(sweep, "--again", "--lines");
    assertThat(again.code()).isEqualTo(ExitCode.SUCCESS);
    assertThat(again.out())
        .contains("units=[8], seed 2: the same bits again")
        .contains("units=[4], seed 1: test accuracy");
  }

  @Test
  void problemsOfSomeTrialsNameThem() throws IOException {
    Lenet check = lenet("check", "sweep: {axes: {dataset.limit: [30, 70], loss: [mse, rbf-map]}}");
    assertThat(check.code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(check.err())
        .contains("expected at most 60")
        .contains("in 2 of 4 trials, the first limit=70, loss=mse")
        .contains("in 2 of 4 trials, the first limit=30, loss=rbf-map");
    assertThat(run("sweep: {axes: {dataset.limit: [70]}}").code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(folder.resolve("results/tiny")).doesNotExist();
  }

  @Test
  void trialsThatAreTheSameRunOnceWithAWarning() throws IOException {
    Lenet nothing = run("sweep: {axes: {loss: [null, cross-entropy], architecture.units: [[4]]}}");
    assertThat(nothing.err()).contains("warning: the axis loss changes nothing");
    assertThat(records()).hasSize(2);
    Lenet some = run("sweep: {axes: {loss: [null, cross-entropy, mse]}}");
    assertThat(some.err())
        .contains("one trial is the same as another")
        .contains("loss=cross-entropy is loss=none");
  }

  @Test
  void trialsThatComeToTheSameOnThisMachineRunOnce() throws IOException {
    Lenet devices = run("sweep: {axes: {device: [cpu, auto]}}");
    assertThat(devices.code()).as(devices.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(devices.out()).contains("device=auto is device=cpu on this machine: it runs once");
    Lenet telling = run("sweep: {axes: {training.log-every: [1, 2]}}");
    assertThat(telling.code()).as(telling.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(telling.err()).contains("the axis training.log-every changes nothing");
    assertThat(records()).hasSize(2);
  }
}
