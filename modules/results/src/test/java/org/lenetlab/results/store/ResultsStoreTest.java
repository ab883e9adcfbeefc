package org.lenetlab.results.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.results.store.ResultsStore.Scan;

final class ResultsStoreTest {
  @TempDir private Path root;

  private RunFolder write(RunRecord record) {
    RunFolder folder = new ResultsStore(root).folder(record.experiment(), record.identity());
    AtomicFile.write(folder.recordFile(), Json.pretty(record));
    return folder;
  }

  @Test
  void scanFindsRunsUnderRootExperimentAndRunFolders() {
    RunFolder first = write(TestRuns.finished(TestRuns.EXPERIMENT, 1, 98));
    write(TestRuns.finished(TestRuns.EXPERIMENT, 2, 98));
    for (Path start : List.of(root, root.resolve("demo"))) {
      assertThat(ResultsStore.scan(List.of(start)).runs())
          .extracting(run -> run.record().identity().seed())
          .containsExactly(1L, 2L);
    }
    assertThat(ResultsStore.scan(List.of(first.path())).runs()).hasSize(1);
  }

  @Test
  void scanReportsFilesThatCannotBeUsedAndGoesOn() throws IOException {
    write(TestRuns.finished(TestRuns.EXPERIMENT, 1, 98));
    Path torn = write(TestRuns.finished(TestRuns.EXPERIMENT, 2, 98)).recordFile();
    Files.writeString(torn, Files.readString(torn).substring(0, 100));
    Scan scan = ResultsStore.scan(List.of(root));
    assertThat(scan.runs()).hasSize(1);
    assertThat(scan.problems())
        .singleElement()
        .asString()
        .contains(torn.toString(), "Unexpected end-of-input", ", line: ")
        .doesNotContain("Source", "REDACTED");
  }

  @Test
  void recordThatLacksAFigureOfItsEnvironmentCannotBeUsed() throws IOException {
    Path file = write(TestRuns.finished(TestRuns.EXPERIMENT, 1, 97)).recordFile();
    Files.writeString(
        file, Files.readString(file).replaceFirst(",\\s*\"hardware\"\\s*:\\s*\"[^\"]*\"", ""));

    Scan scan = ResultsStore.scan(List.of(root));
    assertThat(scan.runs()).isEmpty();
    assertThat(scan.problems()).singleElement().asString().contains("cannot be used", "hardware");
  }

  @Test
  void whatIsForeignTornOrCopiedIsToldAndStopsNothing() throws IOException {
    RunFolder good = write(TestRuns.finished(TestRuns.EXPERIMENT, 1, 98));
    String record = Files.readString(good.recordFile());
    Files.createDirectories(root.resolve("demo/empty"));
    Path other = Files.createDirectories(root.resolve("other/run"));
    Files.writeString(other.resolve("run.json"), record.replace("\"demo\"", "\"other\""));
    foreign("copy", record);
    foreign("b-binary", "\0\1\2");
    foreign("b-list", "[1, 2]");
    foreign("b-number", record.replace("\"chosenEpoch\" : 2", "\"chosenEpoch\" : 9"));
    foreign("b-identity", record.replace("\"identity\"", "\"other\""));
    foreign("b-epochs", record.replace("\"epochs\" : [", "\"epochs\" : 7, \"x\" : ["));
    Scan scan = ResultsStore.scan(List.of(root, good.path()));
    assertThat(scan.runs()).hasSize(2); // experiments may have runs in common
    assertThat(scan.problems())
        .hasSize(6)
        .anyMatch(problem -> problem.contains("is the same run as"))
        .anyMatch(problem -> problem.contains("chosenEpoch 9 of 2 epochs"))
        .allMatch(problem -> problem.contains(root.toString()));
  }

  private void foreign(String folder, String content) throws IOException {
    Path path = Files.createDirectories(root.resolve("demo").resolve(folder));
    Files.writeString(path.resolve("run.json"), content);
  }

  @Test
  void predictionsAreReadBackAndTornOnesReported() throws IOException {
    RunFolder folder = write(TestRuns.finished(TestRuns.EXPERIMENT, 1, 98));
    Path file = folder.path().resolve("predictions.csv");
    assertThatThrownBy(folder::predictions).hasMessageContaining("predictions.csv");
    Files.writeString(file, "label,predicted\n7,7\n2,200\n");
    assertThat(folder.predictions().labels()).containsExactly(7, 2);
    assertThat(folder.predictions().predicted()).containsExactly(7, (byte) 200);
    for (String torn : List.of("", "label,predicted\n7", "label,predicted\nx,1\n", "7,7\n")) {
      Files.writeString(file, torn);
      assertThatThrownBy(folder::predictions)
          .isInstanceOf(ResultsException.class)
          .hasMessageContaining("predictions.csv");
    }
  }

  @Test
  void axesOfASweepKeepTheirOrderAndAreEmptyInFilesWithoutThem() throws IOException {
    Map<String, String> axes = new LinkedHashMap<>();
    axes.put("optimizer", "adam");
    axes.put("architecture.activation", "relu");
    RunFolder folder = write(TestRuns.finished(TestRuns.EXPERIMENT, 1, 98).withAxes(axes));
    assertThat(folder.record().orElseThrow().axes()).containsExactlyEntriesOf(axes);

    String text = Files.readString(folder.recordFile());
    Files.writeString(folder.recordFile(), text.replaceFirst("\"axes\" : \\{[^}]*},", ""));
    assertThat(folder.record().orElseThrow().axes()).isEmpty();
  }

  @Test
  void unwritableFolderIsReportedWithACure() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "");
    ResultsStore store = new ResultsStore(file.resolve("results"));
    assertThatThrownBy(store::requireWritable)
        .isInstanceOf(ResultsException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("--results");
  }

  @Test
  void requiringWritabilityLeavesNothingBehind() {
    new ResultsStore(root).requireWritable();
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void requiringWritabilityFromSeveralSidesDisturbsNobody() {
    ResultsStore store = new ResultsStore(root.resolve("results"));
    IntStream.range(0, 1000).parallel().forEach(i -> store.requireWritable());
    assertThat(root.resolve("results")).isEmptyDirectory();
  }

  @Test
  void anotherProcessWaitsForTheLock() throws Exception {
    RunFolder folder = write(TestRuns.begun(TestRuns.EXPERIMENT, 1));
    Process other;
    try (RunLock _ = folder.lock(() -> {})) {
      other = startLocker(folder.path());
      assertThat(new String(other.getInputStream().readNBytes(7), StandardCharsets.US_ASCII))
          .isEqualTo("waiting");
      assertThat(other.isAlive()).isTrue();
    }
    assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
        .isEqualTo("locked");
  }

  private static Process startLocker(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Locker.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** The other process. */
  static final class Locker {
    public static void main(String[] arguments) {
      RunFolder folder = new RunFolder(Path.of(arguments[0]));
      try (RunLock _ = folder.lock(() -> System.out.print("waiting"))) {
        System.out.print("locked");
      }
    }

    private Locker() {}
  }
}
