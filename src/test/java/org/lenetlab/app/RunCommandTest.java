package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.ExitCode;

/** {@code lenet run} on a network and a dataset so small that a run takes no time. */
final class RunCommandTest {
  private static final String TINY =
      """
      name: tiny
      about: a small try
      dataset: {name: synthetic-digits, training: 60, test: 20}
      architecture: {name: mlp, units: [8]}
      optimizer: {name: momentum, learning-rate: 0.02}
      training: {epochs: 3, batch-size: 8}
      backend: reference
      expect:
        - {metric: test-accuracy, printed: 12, source: nowhere, erratum: a slip}
        - {count: parameters, value: 6370, source: nowhere}
      """;

  @TempDir private Path folder;
  private String experiment = "";

  @BeforeEach
  void writesTheExperiment() throws IOException {
    experiment = Files.writeString(folder.resolve("tiny.yaml"), TINY).toString();
  }

  private Lenet run(String... more) {
    return runInto("results", more);
  }

  private Lenet runInto(String results, String... more) {
    return Lenet.run(arguments(results, more).toArray(String[]::new));
  }

  private List<String> arguments(String results, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("run", experiment, "--results", folder.resolve(results).toString()));
    arguments.addAll(Arrays.asList(more));
    return arguments;
  }

  /** The files of all runs called {@code name}. */
  private List<Path> files(String results, String name) {
    try (Stream<Path> files =
        Files.find(folder.resolve(results), 3, (file, attributes) -> file.endsWith(name))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private byte[] weights(String results) throws IOException {
    return Files.readAllBytes(files(results, "weights.safetensors").getFirst());
  }

  @Test
  void keepsTheRunAndPrintsEpochsTableAndClaims() {
    Lenet run = run();
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.SUCCESS);
    assertThat(run.out())
        .contains("tiny: a small try")
        .contains("synthetic digits: 60 training, 20 test images, 1@28×28")
        .contains("reference on cpu")
        .containsPattern(" 1 +3/3 +[0-9.]+ +[0-9.]+ ")
        .containsPattern("test-accuracy % \\[1\\] +12.00 \\(one run\\) .* needs 5 seeds")
        .containsPattern("parameters +6370 +6370 +exactly +reproduced")
        .contains("[1] Erratum: a slip")
        .contains(
            "next: lenet report tiny --results " + folder.resolve("results") + ", lenet predict")
        .doesNotContain("\u001b", "\r");
    for (String name : List.of("run.json", "experiment.yaml", "epochs.csv", "predictions.csv")) {
      assertThat(files("results", name)).as(name).hasSize(1);
    }
    assertThat(files("results", "checkpoint.safetensors")).isEmpty();
  }

  @Test
  void oneThreadIsOne() {
    assertThat(run("--threads", "1").out()).contains("reference on cpu, 1 thread (");
  }

  @Test
  void finishedRunIsNotRepeated() throws IOException {
    run();
    String record = Files.readString(files("results", "run.json").getFirst());
    Lenet second = run();
    assertThat(second.out())
        .contains("1 of 1 runs are finished already")
        .contains("test accuracy %")
        .doesNotContain("3/3");
    assertThat(files("results", "run.json").getFirst()).hasContent(record);
  }

  @Test
  void resolvedExperimentIsTheSameRun() {
    run();
    String resolved = files("results", "experiment.yaml").getFirst().toString();
    Lenet again = Lenet.run("run", resolved, "--results", folder.resolve("results").toString());
    assertThat(again.out()).contains("1 of 1 runs are finished already");
  }

  @Test
  void moreRepeatsKeepTheOldRuns() {
    run();
    Lenet more = run("--set", "repeats=3");
    assertThat(more.out())
        .contains("1 of 3 runs are finished already")
        .contains("1–3")
        .doesNotContainPattern("(?m)^ +1 +1/3");
    assertThat(files("results", "run.json")).hasSize(3);
  }

  @Test
  void trainingAgainGivesTheSameBits() {
    run();
    Lenet again = run("--again");
    assertThat(again.out()).contains("seed 1: the same bits again");
    assertThat(again.code()).isEqualTo(ExitCode.SUCCESS);
  }

  @Test
  void otherBitsAreABug() throws IOException {
    run();
    Path record = files("results", "run.json").getFirst();
    String altered =
        Files.readString(record)
            .replaceFirst("parametersHash\" : \"....", "parametersHash\" : \"0000");
    Files.writeString(record, altered);
    Lenet again = run("--again");
    assertThat(again.out()).contains("seed 1: OTHER BITS");
    assertThat(again.code()).isEqualTo(ExitCode.BUG);
  }

  @Test
  void numberOfThreadsChangesNoBits() throws IOException {
    runInto("one", "--threads", "1", "--set", "repeats=2", "--set", "backend=simd");
    runInto("three", "--threads", "3", "--set", "repeats=2", "--set", "backend=simd");
    assertThat(weights("three")).isEqualTo(weights("one"));
    assertThat(files("three", "run.json")).hasSize(2);
  }

  @Test
  void interruptedRunGoesOnWithTheSameBits() throws IOException {
    runInto("undisturbed");
    Lenet interrupted = runInterruptedAfter("1/3", "results");
    assertThat(interrupted.code()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(interrupted.err()).contains("the same command goes on from there");
    assertThat(files("results", "checkpoint.safetensors")).hasSize(1);
    assertThat(files("results", "weights.safetensors")).isEmpty();
    assertThat(Lenet.run("table", folder.resolve("results").toString()).out())
        .isEqualTo(
            """
            1 run is not finished and not shown: interrupted, or left behind by halving
            goes on with lenet run %s --results %s
            """
                .formatted(
                    files("results", "experiment.yaml").getFirst(), folder.resolve("results")));
    Lenet resumed = run();
    assertThat(resumed.out()).containsPattern("seed 1 goes on after epoch [12] of 3");
    assertThat(weights("results")).isEqualTo(weights("undisturbed"));
    assertThat(files("results", "checkpoint.safetensors")).isEmpty();
  }

  /** Interrupts the calling thread, as Ctrl-C does, when the output contains {@code words}. */
  private Lenet runInterruptedAfter(String words, String results) {
    Thread caller = Thread.currentThread();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream watched =
        new OutputStream() {
          @Override
          public void write(int b) {
            out.write(b);
            if (b == '\n' && out.toString(StandardCharsets.UTF_8).contains(words)) {
              caller.interrupt();
            }
          }
        };
    Console console =
        Console.plain(
            new PrintStream(watched, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    ExitCode code = Main.run(arguments(results), console);
    boolean _ = Thread.interrupted();
    return new Lenet(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void tornCheckpointIsReportedAndTheRunBeginsAnew() throws IOException {
    runInto("undisturbed");
    runInterruptedAfter("1/3", "results");
    Path checkpoint = files("results", "checkpoint.safetensors").getFirst();
    Files.write(checkpoint, Arrays.copyOf(Files.readAllBytes(checkpoint), 100));
    Lenet resumed = run();
    assertThat(resumed.code()).isEqualTo(ExitCode.SUCCESS);
    assertThat(resumed.out()).contains("seed 1 begins anew: " + checkpoint);
    assertThat(weights("results")).isEqualTo(weights("undisturbed"));
  }

  @Test
  void tornRecordIsReportedAndTheRunBeginsAnew() throws IOException {
    run();
    Path record = files("results", "run.json").getFirst();
    Files.writeString(record, "{");
    Lenet again = run();
    assertThat(again.code()).isEqualTo(ExitCode.SUCCESS);
    assertThat(again.out()).contains("seed 1 begins anew: " + record);
  }

  @Test
  void divergedRunIsKeptWithItsReasonAndDoesNotStopTheOthers() throws IOException {
    Lenet run = run("--set", "repeats=2", "--set", "optimizer.learning-rate=1e30");
    assertThat(run.code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(run.out())
        .contains("seed 1 failed:", "seed 2 failed:", "try a smaller learning rate");
    assertThat(files("results", "run.json"))
        .hasSize(2)
        .allSatisfy(file -> assertThat(file).content().contains("the training diverged"));
  }

  @Test
  void finiteLossThatExplodedIsPrintedShortAndExplained() {
    assertThat(run("--set", "optimizer.learning-rate=1e8").out())
        .containsPattern(" 3/3 +[0-9.]+e[0-9]+ ")
        .containsPattern("loss of [0-9.]+e[0-9]+, far above that of guessing: a smaller learning");
    assertThat(runInto("sound").out()).doesNotContain("guessing");
  }

  @Test
  void smallLearningRatesAreWrittenOut() {
    assertThat(run("--set", "optimizer.learning-rate={1: 0.0005, 3: 0.00005}").out())
        .containsPattern(" 1/3 .* 0.0005 ")
        .containsPattern(" 3/3 .* 0.00005 ")
        .contains("learning rate {1: 0.0005, 3: 0.00005}");
  }

  @Test
  void unwritableResultsAreTheMachinesFaultBeforeAnyTraining() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    Lenet run = runInto("file");
    assertThat(run.code()).isEqualTo(ExitCode.MACHINE_FAULT);
    assertThat(run.err()).containsPattern("lenet: cannot write .*file.* --results");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void mistakesInTheFileWriteNothing() {
    Lenet run = run("--set", "optimizer.name=adma");
    assertThat(run.code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(run.err()).contains("adma", "adam");
    assertThat(folder.resolve("results")).doesNotExist();
  }

  @Test
  void mistakesInTheArgumentsSayWhatWasExpected() {
    assertThat(run("--threads", "none").err()).contains("--threads: expected a number of threads");
    assertThat(run("--threads", "0").code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(run("--sede", "3").err()).contains("did you mean '--seed'?");
    assertThat(run("--seed", "x").err()).contains("seed");
    assertThat(run("--data-dir", "nowhere").err())
        .contains("--data-dir: there is no folder nowhere");
    assertThat(Lenet.run("run").err()).contains("expected an experiment file");
  }

  @Test
  void missingDataIsTheMachinesFaultAndOffersTheQuickstart() {
    Lenet run = run("--set", "dataset.name=mnist", "--offline", "--data-dir", folder.toString());
    assertThat(run.code()).isEqualTo(ExitCode.MACHINE_FAULT);
    assertThat(run.err()).contains("train-images", folder.toString(), "quickstart");
  }

  @Test
  void severalFilesAreComparedInOneTable() throws IOException {
    Path other = folder.resolve("other.yaml");
    Files.writeString(other, TINY.replace("tiny", "wider").replace("[8]", "[9]"));
    Lenet run = run(other.toString());
    assertThat(run.out().substring(run.out().lastIndexOf("experiment ")))
        .containsPattern("(?m)^tiny .*\\R^wider ");
  }

  @Test
  void stepLossesAndFirstGradientsAreKeptOnRequest() throws IOException {
    run("--gradients", "--set", "training.log-steps=true", "--set", "training.log-every=4");
    assertThat(Files.readAllLines(files("results", "steps.csv").getFirst())).hasSize(1 + 3 * 8);
    assertThat(files("results", "gradients.safetensors")).hasSize(1);
  }

  @Test
  void stepsAreToldAsOftenAsTheFileSays() {
    assertThat(run("--set", "training.log-every=4").out()).containsPattern(" 1/3 .* step 4 of 8");
    assertThat(runInto("quiet").out()).doesNotContain("step 4");
  }

  @Test
  void trainingStartsFromTheWeightsOfAFile() throws IOException {
    runInto("fresh", "--set", "training.log-steps=true");
    Path weights = files("fresh", "weights.safetensors").getFirst();
    runInto(
        "further",
        "--set",
        "training.log-steps=true",
        "--set",
        "architecture.weights.file=" + weights);
    assertThat(firstLoss("further")).isLessThan(firstLoss("fresh"));
  }

  @Test
  void weightsThatDoNotFitAreLocated() {
    Lenet wrong = run("--set", "architecture.weights={file: none.safetensors}");
    assertThat(wrong.code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(wrong.err()).contains("none.safetensors: no such file", "--set");
  }

  private double firstLoss(String results) throws IOException {
    String step = Files.readAllLines(files(results, "steps.csv").getFirst()).get(1);
    return Double.parseDouble(step.split(",", -1)[2]);
  }
}
