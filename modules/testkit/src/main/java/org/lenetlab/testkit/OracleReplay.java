package org.lenetlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenetlab.api.backend.Backend;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.backend.Scores;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.optimizer.Optimizer;
import org.lenetlab.safetensors.Safetensors;

/**
 * Replays trainings that other programs recorded: losses within 10⁻⁵, gradients and outputs within
 * 10⁻⁵ of the largest value beside them. Two small recordings come with the test kit; those of full
 * size are looked for in the folder that the environment variable {@code LENET_ORACLE} names, else
 * in a folder {@code oracle} beside {@code LENET_DATA}, each as {@code NAME/oracle.safetensors}.
 */
public abstract class OracleReplay {
  private static final double TOLERANCE = 1e-5;

  /** Parameters after SGD differ by a few roundings. */
  private static final double FINAL_TOLERANCE = 2e-6;

  /**
   * Adam divides by the gradient's size, and so magnifies the rounding error of gradients near 0:
   * few parameters are off by more than {@link #FINAL_TOLERANCE_ADAM}, none by more than a tenth of
   * what it may have moved, which is at most the learning rate per step.
   */
  private static final double MOST_OF_ADAMS_WAY = 0.1;

  private static final double FINAL_TOLERANCE_ADAM = 5e-5;
  private static final double FEW = 1e-3;

  /** The backend under test. */
  protected abstract Backend backend();

  @ParameterizedTest
  @ValueSource(strings = {"sigmoid-average-momentum", "relu-max-adam"})
  void replaysTheTestKitsRecordings(String name) throws IOException {
    String resource = "/oracle/" + name + ".safetensors";
    try (InputStream stream = OracleReplay.class.getResourceAsStream(resource)) {
      assertThat(stream).as(resource).isNotNull();
      Recording recording = new Recording(name, Safetensors.parse(name, stream.readAllBytes()));
      Optional<Network> network = RecordedNetwork.find(recording, backend());
      assertThat(network).as("network of %s", name).isPresent();
      replay(recording, network.orElseThrow());
    }
  }

  @TestFactory
  Stream<DynamicTest> replaysRecordingsOfFullSize() throws IOException {
    Path folder = folder();
    if (folder == null || !Files.isDirectory(folder)) {
      String reason = "no recordings: set LENET_ORACLE to a folder of NAME/oracle.safetensors";
      return Stream.of(DynamicTest.dynamicTest("recordings of full size", () -> abort(reason)));
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .map(child -> child.resolve("oracle.safetensors"))
          .filter(Files::isRegularFile)
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.toString(), () -> replay(file)))
          .toList()
          .stream();
    }
  }

  private static @Nullable Path folder() {
    String oracle = System.getenv("LENET_ORACLE");
    String data = System.getenv("LENET_DATA");
    if (oracle != null) {
      return Path.of(oracle);
    }
    return data == null ? null : Path.of(data).resolveSibling("oracle");
  }

  private void replay(Path file) {
    Recording recording = new Recording(file.toString(), Safetensors.read(file));
    assumeTrue(recording.canBeReplayed(), "an optimizer that this test does not know in " + file);
    RecordedNetwork.find(recording, backend())
        .ifPresentOrElse(
            network -> replay(recording, network),
            () -> abort("no network that this test knows gives the outputs in " + file));
  }

  private void replay(Recording recording, Network network) {
    float[] initial = recording.parameters("init", network);
    double[] losses = recording.losses();
    int capacity = recording.batch(0).size();
    try (Program program = backend().compile(network, Losses.CROSS_ENTROPY, capacity, 0)) {
      Optimizer optimizer = recording.optimizer(program.vectorLength());
      program.setParameters(initial);
      for (int step = 0; step < losses.length; step++) {
        Scores scores = Scores.sums();
        program.trainBatch(recording.batch(step), scores);
        assertThat(scores.meanLoss())
            .as("%s: loss of step %d", recording, step)
            .isCloseTo(losses[step], offset(TOLERANCE * losses[step]));
        if (step == 0) {
          Tolerance.relative(TOLERANCE)
              .check(
                  recording + ": gradient",
                  program.gradients(),
                  recording.parameters("grad0", network),
                  network.parameters());
        }
        program.update(optimizer, recording.learningRate());
      }
      float[] expected = recording.parameters("final", network);
      if (recording.isAdam()) {
        checkAfterAdam(recording, program.parameters(), expected);
      } else {
        Tolerance.relative(FINAL_TOLERANCE)
            .check(
                recording + ": final parameters",
                program.parameters(),
                expected,
                network.parameters());
      }
    }
  }

  private static void checkAfterAdam(Recording recording, float[] actual, float[] expected) {
    double way = recording.losses().length * recording.learningRate();
    double close = FINAL_TOLERANCE_ADAM * Tolerance.largest(expected);
    int farther = 0;
    for (int k = 0; k < expected.length; k++) {
      assertThat(actual[k])
          .as("%s: final parameter %d", recording, k)
          .isCloseTo(expected[k], offset((float) (MOST_OF_ADAMS_WAY * way)));
      farther += Math.abs(actual[k] - expected[k]) > close ? 1 : 0;
    }
    assertThat(farther)
        .as("%s: final parameters that are off by more than %.1g", recording, close)
        .isLessThanOrEqualTo((int) Math.ceil(FEW * expected.length));
  }
}
