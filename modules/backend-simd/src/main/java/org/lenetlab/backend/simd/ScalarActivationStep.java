package org.lenetlab.backend.simd;

import org.lenetlab.api.network.Activation;

/** An activation that this backend has no vector code for, value by value. */
final class ScalarActivationStep implements Step {
  private final Activation activation;
  private final Tensor input;
  private final Tensor output;
  private final boolean trainsBefore;

  /**
   * @param trainsBefore whether an earlier step has parameters, so that it wants derivatives
   */
  ScalarActivationStep(Activation activation, Tensor input, Tensor output, boolean trainsBefore) {
    this.activation = activation;
    this.input = input;
    this.output = output;
    this.trainsBefore = trainsBefore;
  }

  @Override
  public void forward(Block block) {
    float[] m = block.memory;
    int x = block.at(input.values());
    int y = block.at(output.values());
    for (int i = 0; i < input.length(); i++) {
      m[y + i] = (float) activation.value(m[x + i]);
    }
  }

  @Override
  public void backward(Block block, Derivative derivative) {
    if (!trainsBefore) {
      return;
    }
    float[] m = block.memory;
    int x = block.at(input.values());
    int dx = block.at(input.derivatives());
    int dy = block.at(output.derivatives());
    for (int i = 0; i < input.length(); i++) {
      double local = activation.derivative(m[x + i]);
      double factor = derivative == Derivative.CURVATURE ? local * local : local;
      m[dx + i] = (float) (m[dy + i] * factor);
    }
  }
}
