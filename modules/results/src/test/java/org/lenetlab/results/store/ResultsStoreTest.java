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
    assertThat(scan.problems()).singleElement().asString().contains(torn.toString());
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
