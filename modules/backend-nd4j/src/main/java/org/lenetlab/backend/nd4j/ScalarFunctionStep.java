package org.lenetlab.backend.nd4j;

import org.lenetlab.api.network.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A function that ND4J does not know, such as a plugin's, called value by value in Java. */
final class ScalarFunctionStep implements Step {
  private final Activation function;
  private final Signal x;
  private final Signal y;
  private final float[] inputs;
  private final float[] results;

  ScalarFunctionStep(Activation function, Signal x, Signal y) {
    this.function = function;
    this.x = x;
    this.y = y;
    inputs = new float[Math.toIntExact(x.values().length())];
    results = new float[inputs.length];
  }

  @Override
  public void forward() {
    new Tensor(x.values()).read(inputs);
    for (int i = 0; i < inputs.length; i++) {
      results[i] = (float) function.value(inputs[i]);
    }
    new Tensor(y.values()).write(results, results.length);
  }

  @Override
  public void backward() {
    INDArray dx = x.gradients();
    if (dx != null) {
      new Tensor(y.requireGradients()).read(results);
      for (int i = 0; i < inputs.length; i++) {
        results[i] *= (float) function.derivative(inputs[i]);
      }
      new Tensor(dx).write(results, results.length);
    }
  }
}
