package org.lenetlab.backend.nd4j.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CudaRequirementsTest {
  private static final Gpu A100 = new Gpu("NVIDIA A100-SXM4-40GB", 8, 0);

  @Test
  void nothingIsMissingWithASupportedGpuAndItsLibraries() {
    assertThat(CudaRequirements.missing(List.of(A100), library -> true)).isEmpty();
  }

  @Test
  void withoutAGpuItSaysWhichAreSupported() {
    assertThat(CudaRequirements.missing(List.of(), library -> true))
        .contains("no NVIDIA GPU", "3.7 to 8.6", "CUDA 11")
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource({"9, 0", "8, 9", "3, 5", "10, 0"})
  void otherGpusAreNamedWithTheirCapability(int major, int minor) {
    assertThat(CudaRequirements.missing(List.of(new Gpu("NVIDIA X", major, minor)), lib -> true))
        .contains("NVIDIA X (compute capability " + major + "." + minor + ")", "3.7 to 8.6");
  }

  @ParameterizedTest
  @CsvSource({"3, 7", "7, 5", "8, 6"})
  void supportedGpusAreAccepted(int major, int minor) {
    assertThat(CudaRequirements.missing(List.of(new Gpu("NVIDIA X", major, minor)), lib -> true))
        .isEmpty();
  }

  @Test
  void missingLibrariesAreNamedWithTheCure() {
    assertThat(CudaRequirements.missing(List.of(A100), library -> !library.contains("cublas")))
        .startsWith("libcublas.so.11 cannot be loaded: install CUDA 11.6")
        .contains("LD_LIBRARY_PATH");
  }
}
