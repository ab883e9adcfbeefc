package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.ResultsStore.Scan;

/** A sweep that is killed several times ends as one that was left alone. */
final class SweepTerminationTest {
  private static final String EXPERIMENT =
      """
      name: killed
      dataset: {name: synthetic-digits, training: 400, test: 50}
      architecture: {name: lenet5-modern, padding: 2}
      optimizer: {name: adam, learning-rate: 0.001}
      training: {epochs: 4, batch-size: 8}
      backend: reference
      repeats: 2
      sweep: {axes: {architecture.activation: [tanh, relu], architecture.pooling: [max, average]}}
      """;

  @TempDir private Path folder;

  private String[] arguments(String results) throws IOException {
    Path file = Files.writeString(folder.resolve("killed.yaml"), EXPERIMENT);
    return new String[] {
      "run", file.toString(), "--lines", "--results", folder.resolve(results).toString()
    };
  }

  /** The parameters' hash of every run. */
  private Map<String, String> hashes(String results) {
    Scan scan = ResultsStore.scan(List.of(folder.resolve(results)));
    assertThat(scan.problems()).isEmpty();
    return scan.runs().stream()
        .collect(
            Collectors.toMap(
                run -> run.record().id(),
                run -> Objects.requireNonNull(run.record().outcome()).parametersHash()));
  }

  @Test
  void killedSweepEndsWithTheSameBits() throws Exception {
    for (String seen : List.of("pooling=max, seed 1: ", ", seed 1: ", ", seed 2: ")) {
      Process process = LenetProcess.start(List.of(), folder.resolve("err"), arguments("results"));
      LenetProcess.awaitLine(process, seen);
      process.destroyForcibly().waitFor();
    }
    assertThat(Lenet.run(arguments("results")).code()).isEqualTo(ExitCode.SUCCESS);
    assertThat(Lenet.run(arguments("undisturbed")).code()).isEqualTo(ExitCode.SUCCESS);
    assertThat(hashes("results")).hasSize(8).isEqualTo(hashes("undisturbed"));
  }
}
