package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a signal or a sudden death of the process leaves behind. */
final class TerminationTest {
  private static final String EXPERIMENT =
      """
      name: long
      dataset: {name: synthetic-digits, training: 400, test: 20}
      architecture: {name: mlp, units: [8]}
      optimizer: {name: adam, learning-rate: 0.001}
      training: {epochs: 40, batch-size: 1}
      backend: reference
      """;

  @TempDir private Path folder;

  private String[] arguments(String results) throws Exception {
    Path file = Files.writeString(folder.resolve("long.yaml"), EXPERIMENT);
    return new String[] {"run", file.toString(), "--results", folder.resolve(results).toString()};
  }

  private byte[] weights(String results) throws Exception {
    try (Stream<Path> files =
        Files.find(folder.resolve(results), 3, (file, a) -> file.endsWith("weights.safetensors"))) {
      return Files.readAllBytes(files.findFirst().orElseThrow());
    }
  }

  @Test
  void signalEndsItCleanlyAndSuddenDeathLosesAtMostAnEpoch() throws Exception {
    Path err = folder.resolve("err");
    Process first = LenetProcess.start(List.of(), err, arguments("results"));
    LenetProcess.awaitLine(first, " 2/40");
    first.destroy();
    assertThat(first.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(err).content().contains("interrupted: all finished epochs are kept");
    assertThat(first.exitValue()).isNotZero();

    Process second = LenetProcess.start(List.of(), err, arguments("results"));
    LenetProcess.awaitLine(second, " 6/40");
    second.destroyForcibly().waitFor();

    Lenet third = Lenet.run(arguments("results"));
    assertThat(third.out()).containsPattern("seed 1 goes on after epoch [0-9]+ of 40");
    Lenet undisturbed = Lenet.run(arguments("undisturbed"));
    assertThat(undisturbed.out()).doesNotContain("goes on");
    assertThat(weights("results")).isEqualTo(weights("undisturbed"));
  }
}
