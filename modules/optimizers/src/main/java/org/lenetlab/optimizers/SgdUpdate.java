package org.lenetlab.optimizers;

import org.lenetlab.api.optimizer.Optimizer;
import org.lenetlab.api.optimizer.OptimizerState;

/** The update rule of {@link Sgd}. */
final class SgdUpdate implements Optimizer {
  private final float weightDecay;

  SgdUpdate(float weightDecay) {
    this.weightDecay = weightDecay;
  }

  @Override
  public void update(float[] parameters, float[] gradients, int from, int to, float rate) {
    for (int i = from; i < to; i++) {
      float gradient = gradients[i] + weightDecay * parameters[i];
      parameters[i] -= rate * gradient;
    }
  }

  @Override
  public OptimizerState state() {
    return OptimizerState.NONE;
  }

  @Override
  public void restore(OptimizerState state) {}
}
