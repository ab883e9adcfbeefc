package org.lenetlab.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.ResultsStore.StoredRun;
import org.lenetlab.results.store.RunRecord;

/** Runs that are trained by two workers of a standalone master, and what becomes of them. */
final class SparkRunsTest {
  private static final String SWEEP =
      """
      name: sweep
      dataset: {name: synthetic-digits, training: 300, test: 50, validation: 50}
      architecture: {name: layers, layers: [{dense: 12}, wave, {dense: 10}]}
      optimizer: {name: adam, learning-rate: 0.001}
      training: {epochs: %d, batch-size: 5, log-steps: true}
      repeats: 2
      sweep:
        strategy: %s
        axes: {optimizer.learning-rate: [0.0001, 0.001, 0.01], training.batch-size: [5, 10]}
      """;
  private static final String SHORT = SWEEP.formatted(2, "grid");
  private static final String LONG = SWEEP.formatted(60, "grid");
  private static final String HALVING = SWEEP.formatted(4, "{name: halving, eta: 2}");

  /** Files that are the same whenever and wherever a run was trained. */
  private static final List<String> TIMELESS =
      List.of("weights.safetensors", "predictions.csv", "experiment.yaml", "steps.csv");

  @TempDir private static Path shared;
  private static StandaloneCluster cluster;
  private static Lenet lenet;

  @TempDir private Path folder;

  @BeforeAll
  static void startMaster() throws Exception {
    cluster = new StandaloneCluster(Files.createDirectory(shared.resolve("cluster")));
    lenet = new Lenet(Files.createDirectory(shared.resolve("lenet")), PluginJar.make(shared));
  }

  @AfterAll
  static void stopMaster() throws Exception {
    cluster.stop();
  }

  @BeforeEach
  void fillUp() throws Exception {
    cluster.fillUp();
  }

  private String[] arguments(String sweep, String results, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("sweep.yaml"), sweep);
    List<String> arguments = new ArrayList<>(List.of("run", file.toString()));
    arguments.addAll(List.of("--results", folder.resolve(results).toString(), "--lines"));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private String[] onSpark(String sweep, String results, String... more) throws IOException {
    Stream<String> spark = Stream.of("--executor", "spark", "--master", cluster.address());
    return arguments(sweep, results, Stream.concat(spark, Stream.of(more)).toArray(String[]::new));
  }

  private List<RunRecord> finished(String results) {
    return ResultsStore.scan(List.of(folder.resolve(results))).runs().stream()
        .map(StoredRun::record)
        .filter(RunRecord::isFinished)
        .toList();
  }

  private Map<String, String> hashes(String results) {
    Map<String, String> hashes = new TreeMap<>();
    for (RunRecord run : finished(results)) {
      hashes.put(run.hash() + run.axes(), Objects.requireNonNull(run.outcome()).parametersHash());
    }
    return hashes;
  }

  private static void assertSucceeds(Lenet.Result run) {
    assertThat(run.status()).as(run.out() + run.err()).isZero();
  }

  /** Waits until a process has finished some runs, or is over. */
  private void awaitRuns(Process process, String results, int runs) throws InterruptedException {
    while (process.isAlive() && finished(results).size() < runs) {
      Thread.sleep(20);
    }
  }

  @Test
  void sweepHasTheFilesAndTheBitsOfALocalOne() throws Exception {
    Lenet.Result spark = lenet.run(onSpark(SHORT, "spark"));
    assertSucceeds(spark);
    assertThat(spark.out()).contains("12/12 runs done", "kept in");
    assertThat(spark.err().lines()).hasSizeLessThan(2); // the JVM's one about the vector module
    assertSucceeds(lenet.run(arguments(SHORT, "local")));

    assertThat(hashes("spark")).hasSize(12).isEqualTo(hashes("local"));
    for (RunRecord run : finished("local")) {
      Path here = folder.resolve("local/sweep").resolve(run.id());
      Path there = folder.resolve("spark/sweep").resolve(run.id());
      assertThat(names(there)).isEqualTo(names(here));
      for (String name : TIMELESS) {
        assertThat(there.resolve(name)).hasSameBinaryContentAs(here.resolve(name));
      }
    }
    Lenet.Result again = lenet.run(arguments(SHORT, "spark"));
    assertThat(again.out()).contains("12 of 12 runs are finished already");
  }

  private static List<String> names(Path run) throws IOException {
    try (Stream<Path> files = Files.list(run)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void lostWorkerCostsOnlyItsRunningTrials() throws Exception {
    Path err = folder.resolve("err");
    Process process = lenet.start(err, onSpark(LONG, "spark"));
    awaitRuns(process, "spark", 3);
    cluster.killWorker();
    assertThat(process.isAlive()).as(Files.readString(err)).isTrue();
    Lenet.Result run = Lenet.await(process, err);
    assertSucceeds(run);
    assertThat(run.out()).contains("was lost", "12/12 runs done");
    assertSucceeds(lenet.run(arguments(LONG, "local")));
    assertThat(hashes("spark")).hasSize(12).isEqualTo(hashes("local"));
  }

  @Test
  void interruptedSweepKeepsWhatIsFinishedAndGoesOn() throws Exception {
    Path err = folder.resolve("err");
    Process process = lenet.start(err, onSpark(LONG, "spark"));
    awaitRuns(process, "spark", 2);
    process.toHandle().destroy(); // SIGTERM, which Java treats as Ctrl-C
    Lenet.Result stopped = Lenet.await(process, err);
    assertThat(stopped.err()).contains("interrupted").doesNotContain("Exception", "bug");
    int kept = finished("spark").size();
    assertThat(kept).isBetween(2, 11);

    Lenet.Result rest = lenet.run(onSpark(LONG, "spark"));
    assertSucceeds(rest);
    assertThat(rest.out()).contains(kept + " of 12 runs are finished already");
    assertThat(hashes("spark")).hasSize(12);
  }

  @Test
  void roundsOfHalvingGoOnWhereTheyPaused() throws Exception {
    assertSucceeds(lenet.run(onSpark(HALVING, "spark")));
    assertSucceeds(lenet.run(arguments(HALVING, "local")));
    assertThat(hashes("spark")).isNotEmpty().isEqualTo(hashes("local"));
  }

  @Test
  void executorsWithoutTheVectorModuleAreToldOfWithTheCure() throws Exception {
    String broken = "spark.executor.extraJavaOptions=--limit-modules=java.base";
    Lenet.Result run = lenet.run(onSpark(SHORT, "spark", "--conf", broken));
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(3);
    assertThat(run.err())
        .contains("no executor could be started", "JDK 25", "jdk.incubator.vector", "JAVA_HOME");
    assertThat(finished("spark")).isEmpty();
  }

  @Test
  void masterThatIsNotThereIsAFaultOfTheMachine() throws Exception {
    Lenet.Result run =
        lenet.run(
            arguments(SHORT, "spark", "--executor", "spark", "--master", "spark://127.0.0.1:1"));
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .contains("no Spark master can be reached at spark://127.0.0.1:1", "is it running?")
        .doesNotContain("\tat ");
    assertThat(finished("spark")).isEmpty();
  }

  @Test
  void mastersThatNeedAnInstallationOfSparkSayWhereToNameIt() throws Exception {
    for (String master : List.of("yarn", "local-cluster[2,1,1024]")) {
      Lenet.Result run =
          lenet.run(arguments(SHORT, "spark", "--executor", "spark", "--master", master));
      assertThat(run.status()).isEqualTo(3);
      assertThat(run.err()).contains(master + " needs an installation of Spark", "SPARK_HOME");
    }
  }
}
