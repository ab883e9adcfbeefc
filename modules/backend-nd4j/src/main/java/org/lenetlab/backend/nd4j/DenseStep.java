package org.lenetlab.backend.nd4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** y = x·wᵀ + b, one example per row. */
final class DenseStep implements Step {
  private final Runnable product;
  private final Runnable addBias;
  private final Runnable weightGradient;
  private final Runnable biasGradient;
  private final @Nullable Runnable inputGradient;

  DenseStep(Memory memory, Weights weights, Signal x, Signal y) {
    INDArray w = weights.weight();
    INDArray dy = y.requireGradients();
    INDArray dx = x.gradients();
    product = memory.ready(product(x.values(), false, w, true, y.values()));
    INDArray[] sums = {y.values(), weights.bias()};
    addBias = memory.ready(Operation.of("biasadd", sums, y.values()));
    weightGradient = memory.ready(product(dy, true, x.values(), false, weights.weightGradient()));
    biasGradient = memory.ready(Operation.of("reduce_sum", dy, weights.biasGradient(), 0));
    inputGradient = dx == null ? null : memory.ready(product(dy, false, w, false, dx));
  }

  private static Operation product(
      INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray result) {
    return Operation.of(
        "matmul", new INDArray[] {a, b}, result, transposeA ? 1 : 0, transposeB ? 1 : 0, 0);
  }

  @Override
  public void forward() {
    product.run();
    addBias.run();
  }

  @Override
  public void backward() {
    weightGradient.run();
    biasGradient.run();
    if (inputGradient != null) {
      inputGradient.run();
    }
  }
}
