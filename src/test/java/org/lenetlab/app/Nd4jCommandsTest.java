package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be said about the backend nd4j without its extension. */
final class Nd4jCommandsTest {
  private static final String EXPERIMENT =
      """
      name: small
      dataset: {name: synthetic-digits, training: 40, test: 20}
      architecture: {name: mlp, units: [8]}
      optimizer: {name: adam, learning-rate: 0.001}
      training: {epochs: 1, batch-size: 8}
      backend: nd4j
      """;

  @TempDir private Path folder;
  private String file = "";

  @BeforeEach
  void writeExperiment() throws Exception {
    file = Files.writeString(folder.resolve("small.yaml"), EXPERIMENT).toString();
  }

  private Lenet run(String override) {
    String results = folder.resolve("results").toString();
    return Lenet.run("run", file, "--results", results, "--set", override);
  }

  @Test
  void checkNeedsNoExtension() {
    Lenet check = Lenet.run("check", file);
    assertThat(check.code().status()).as(check.err()).isZero();
    assertThat(check.out()).contains("fine", "its first run, which installs nd4j");
  }

  @Test
  void runWithoutTheLauncherSaysInOneLineThatItIsNeeded() {
    Lenet run = run("seed=2");
    assertThat(run.code().status()).isEqualTo(3);
    assertThat(run.err().lines())
        .singleElement()
        .satisfies(line -> assertThat(line).contains("extension nd4j", "./lenet"));
  }

  @Test
  void cudaWithoutAGpuSaysInOneLineWhatIsMissing() {
    assumeThat(Path.of("/proc/driver/nvidia")).as("a machine with an NVIDIA GPU").doesNotExist();
    for (String backend : List.of("seed=2", "~backend")) {
      Lenet run =
          Lenet.run(
              "run",
              file,
              "--results",
              folder.resolve("results").toString(),
              "--set",
              backend,
              "--set",
              "device=cuda");
      assertThat(run.code().status()).isEqualTo(3);
      assertThat(run.err().lines())
          .singleElement()
          .satisfies(line -> assertThat(line).contains("no NVIDIA GPU", "3.7 to 8.6", "CUDA 11"));
    }
  }

  @Test
  void optimizersThatNeedSecondDerivativesAreLocatedErrors() {
    Lenet run = run("optimizer={name: sdlm}");
    assertThat(run.code().status()).isEqualTo(2);
    assertThat(run.err()).contains("second derivatives", "nd4j", "reference, simd");
  }
}
