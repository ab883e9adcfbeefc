package org.lenetlab.backend.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.lenetlab.api.backend.Device;

final class SimdBackendSpecTest {

  /** Prints what is missing. */
  public static void main(String[] arguments) {
    System.out.println(new SimdBackendSpec().missing(Device.CPU));
  }

  @Test
  void nothingIsMissingHere() {
    assertThat(new SimdBackendSpec().missing(Device.CPU)).isEmpty();
  }

  @Test
  void cudaIsRefusedWithTheCure() {
    assertThat(new SimdBackendSpec().missing(Device.CUDA)).contains("device: cpu");
  }

  @Test
  void withoutTheVectorModuleTheSpecNamesTheFlag() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SimdBackendSpecTest.class.getName())
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(output).contains("--add-modules jdk.incubator.vector");
  }
}
