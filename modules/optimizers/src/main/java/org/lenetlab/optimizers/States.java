package org.lenetlab.optimizers;

import org.jspecify.annotations.Nullable;
import org.lenetlab.api.optimizer.OptimizerState;

/** Reads optimizer states back. */
final class States {

  /**
   * Copies the vector {@code name} of {@code state}.
   *
   * @throws IllegalArgumentException if it is missing or of another length
   */
  static void copy(OptimizerState state, String name, float[] into) {
    float @Nullable [] vector = state.vectors().get(name);
    if (vector == null || vector.length != into.length) {
      throw new IllegalArgumentException(
          "expected a vector " + name + " of " + into.length + " values in the optimizer's state");
    }
    System.arraycopy(vector, 0, into, 0, into.length);
  }

  /**
   * The counter {@code name} of {@code state}.
   *
   * @throws IllegalArgumentException if it is missing
   */
  static long counter(OptimizerState state, String name) {
    Long value = state.counters().get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "expected a counter " + name + " in the optimizer's state");
    }
    return value;
  }

  private States() {}
}
