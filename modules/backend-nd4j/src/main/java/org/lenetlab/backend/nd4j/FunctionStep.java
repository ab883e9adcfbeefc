package org.lenetlab.backend.nd4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An operation without parameters whose counterpart carries gradients back. */
final class FunctionStep implements Step {
  private final Runnable forward;
  private final @Nullable Runnable backward;

  /**
   * @param name of the operation; that of its counterpart ends in {@code _bp}
   */
  FunctionStep(Memory memory, String name, Signal x, Signal y, long... integers) {
    forward = memory.ready(Operation.of(name, x.values(), y.values(), integers));
    backward = x.gradients() == null ? null : memory.ready(backward(name, x, y, integers));
  }

  private static Operation backward(String name, Signal x, Signal y, long... integers) {
    INDArray[] inputs = {x.values(), y.requireGradients()};
    return Operation.of(name + "_bp", inputs, x.requireGradients(), integers);
  }

  @Override
  public void forward() {
    forward.run();
  }

  @Override
  public void backward() {
    if (backward != null) {
      backward.run();
    }
  }
}
