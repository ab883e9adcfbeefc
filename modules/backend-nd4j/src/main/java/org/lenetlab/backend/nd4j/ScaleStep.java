package org.lenetlab.backend.nd4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.factory.Nd4j;

/** y = factor·x. */
final class ScaleStep implements Step {
  private final ScalarMultiplication forward;
  private final @Nullable ScalarMultiplication backward;

  ScaleStep(double factor, Signal x, Signal y) {
    forward = times(factor, x.values(), y.values());
    INDArray dx = x.gradients();
    backward = dx == null ? null : times(factor, y.requireGradients(), dx);
  }

  private static ScalarMultiplication times(double factor, INDArray from, INDArray to) {
    return new ScalarMultiplication(from, null, to, factor);
  }

  @Override
  public void forward() {
    Nd4j.getExecutioner().exec(forward);
  }

  @Override
  public void backward() {
    if (backward != null) {
      Nd4j.getExecutioner().exec(backward);
    }
  }
}
