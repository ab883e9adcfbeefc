package org.lenetlab.backend.nd4j.spec;

import java.util.List;
import java.util.function.Predicate;

/**
 * What ND4J 1.0.0-M2.1 needs to run on a GPU. Its CUDA library holds machine code for the compute
 * capabilities 3.7 to 8.6 and nothing that a driver could compile for newer ones.
 */
final class CudaRequirements {
  private static final int OLDEST = 37;
  private static final int NEWEST = 86;
  private static final List<String> LIBRARIES =
      List.of("libcudart.so.11.0", "libcublas.so.11", "libcusolver.so.11");
  private static final String SUPPORTED =
      "ND4J runs on NVIDIA GPUs of compute capability 3.7 to 8.6 (Tesla K80 to RTX 30 and A40) with"
          + " CUDA 11, on Linux";

  private CudaRequirements() {}

  /**
   * One line saying what is missing; empty for nothing.
   *
   * @param gpus those that the driver has found, in its order
   * @param hasLibrary whether a shared library can be loaded
   */
  static String missing(List<Gpu> gpus, Predicate<String> hasLibrary) {
    if (gpus.isEmpty()) {
      return "there is no NVIDIA GPU with a driver; " + SUPPORTED;
    }
    // ND4J takes the driver's first.
    Gpu gpu = gpus.getFirst();
    if (capability(gpu) < OLDEST || capability(gpu) > NEWEST) {
      return "the GPU is an " + gpu + "; " + SUPPORTED;
    }
    List<String> libraries = LIBRARIES.stream().filter(hasLibrary.negate()).toList();
    return libraries.isEmpty()
        ? ""
        : String.join(", ", libraries)
            + " cannot be loaded: install CUDA 11.6, or name its folder in LD_LIBRARY_PATH; "
            + SUPPORTED;
  }

  private static int capability(Gpu gpu) {
    return 10 * gpu.major() + gpu.minor();
  }
}
