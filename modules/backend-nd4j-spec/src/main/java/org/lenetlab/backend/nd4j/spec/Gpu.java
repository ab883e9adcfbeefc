package org.lenetlab.backend.nd4j.spec;

/**
 * An NVIDIA GPU.
 *
 * @param major of its compute capability
 * @param minor of its compute capability
 */
record Gpu(String name, int major, int minor) {

  /** As NVIDIA writes it: {@code NVIDIA A100 (compute capability 8.0)}. */
  @Override
  public String toString() {
    return name + " (compute capability " + major + "." + minor + ")";
  }
}
