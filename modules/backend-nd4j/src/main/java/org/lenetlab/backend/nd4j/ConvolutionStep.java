package org.lenetlab.backend.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/** y = x ⋆ w + b. */
final class ConvolutionStep implements Step {
  private final Runnable forward;
  private final Runnable gradients;
  private final Runnable sumPlaces;
  private final Runnable sumExamples;

  ConvolutionStep(Memory memory, Window window, Weights weights, Signal x, Signal y) {
    INDArray dy = y.requireGradients();
    INDArray[] inputs = {x.values(), weights.weight(), weights.bias()};
    forward = memory.ready(Operation.of("conv2d", inputs, y.values(), window.forConvolution()));
    gradients =
        x.gradients() == null && window.stride() == 1
            ? new WeightGradient(memory, window, weights, x.values(), dy)
            : gradients(memory, window, weights, x, dy);
    // In two sums, which rounds less than one of as many terms.
    INDArray sums = memory.array(dy.size(0), dy.size(1));
    sumPlaces = memory.ready(Operation.of("reduce_sum", dy, sums, 2, 3));
    sumExamples = memory.ready(Operation.of("reduce_sum", sums, weights.biasGradient(), 0));
  }

  private static Runnable gradients(
      Memory memory, Window window, Weights weights, Signal x, INDArray dy) {
    INDArray dx = x.gradients() == null ? memory.array(x.values().shape()) : x.gradients();
    return memory.ready(
        new Operation(
            "conv2d_bp",
            new INDArray[] {x.values(), weights.weight(), dy},
            new INDArray[] {dx, weights.weightGradient()},
            window.forConvolution(),
            new double[0]));
  }

  @Override
  public void forward() {
    forward.run();
  }

  @Override
  public void backward() {
    gradients.run();
    sumPlaces.run();
    sumExamples.run();
  }
}
