package org.lenetlab.backend.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The gradient of a convolution's weights alone, where nobody needs that of its input, for stride
 * 1:
 *
 * <p>dw[o,i,u,v] = Σ x[n, i, r + u − padding, c + v − padding] · dy[n,o,r,c]
 *
 * <p>which is itself a convolution, with examples and channels exchanged. The operation conv2d_bp
 * always computes the gradient of the input, too, and takes nine times as long for one channel.
 */
final class WeightGradient implements Runnable {
  private final Runnable exchangeInputs;
  private final Runnable exchangeGradients;
  private final Runnable convolve;
  private final Runnable exchangeBack;

  WeightGradient(Memory memory, Window window, Weights weights, INDArray x, INDArray dy) {
    INDArray gradient = weights.weightGradient();
    long inputs = x.size(1);
    long outputs = dy.size(1);
    INDArray exchangedX = memory.array(inputs, x.size(0), x.size(2), x.size(3));
    INDArray exchangedDy = memory.array(outputs, dy.size(0), dy.size(2), dy.size(3));
    INDArray exchanged = memory.array(inputs, outputs, window.size(), window.size());
    exchangeInputs = memory.ready(Operation.of("permute", x, exchangedX, 1, 0, 2, 3));
    exchangeGradients = memory.ready(Operation.of("permute", dy, exchangedDy, 1, 0, 2, 3));
    INDArray[] factors = {exchangedX, exchangedDy};
    long[] arguments = window.forWeightGradient(dy.size(2), dy.size(3));
    convolve = memory.ready(Operation.of("conv2d", factors, exchanged, arguments));
    exchangeBack = memory.ready(Operation.of("permute", exchanged, gradient, 1, 0, 2, 3));
  }

  @Override
  public void run() {
    exchangeInputs.run();
    exchangeGradients.run();
    convolve.run();
    exchangeBack.run();
  }
}
