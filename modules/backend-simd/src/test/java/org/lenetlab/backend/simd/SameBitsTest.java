package org.lenetlab.backend.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SameBitsTest {

  /** A change of these bits needs a new number in {@link SimdBackendSpec#numerics}. */
  @Test
  void aTrainingLeavesTheBitsOfThisNumericsVersion() {
    assertThat(new SimdBackendSpec().numerics()).isEqualTo(7);
    assertThat(TinyTraining.hashes(1)).isEqualTo("b99be3d1 1aaf62c4 c791eb01 a232db39");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7})
  void anyNumberOfThreadsGivesTheSameBits(int threads) {
    assertThat(TinyTraining.hashes(threads)).isEqualTo(TinyTraining.hashes(1));
  }

  /** MaxVectorSize is in bytes: vectors of 8 and of 4 floats, in place of up to 16. */
  @ParameterizedTest
  @ValueSource(strings = {"-XX:MaxVectorSize=32", "-XX:MaxVectorSize=16", "-Xint"})
  void otherVectorsAndAnInterpreterGiveTheSameBits(String option) throws Exception {
    assertThat(inJvmWith(option)).isEqualTo(TinyTraining.hashes(1));
  }

  private static String inJvmWith(String option) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-modules", "jdk.incubator.vector", option));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(TinyTraining.class.getName());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as("exit status with %s", option).isZero();
    return output;
  }
}
