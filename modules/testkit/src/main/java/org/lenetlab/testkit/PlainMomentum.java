package org.lenetlab.testkit;

import java.util.Map;
import org.lenetlab.api.optimizer.Optimizer;
import org.lenetlab.api.optimizer.OptimizerState;

/**
 * v = momentum·v + g, p −= rate·v, or with Nesterov p −= rate·(g + momentum·v); weight decay is
 * part of g. What the backends' tests step with.
 */
final class PlainMomentum implements Optimizer {
  private final float momentum;
  private final boolean nesterov;
  private final float weightDecay;
  private final float[] velocity;

  PlainMomentum(int size, double momentum) {
    this(size, momentum, false, 0);
  }

  PlainMomentum(int size, double momentum, boolean nesterov, double weightDecay) {
    this.momentum = (float) momentum;
    this.nesterov = nesterov;
    this.weightDecay = (float) weightDecay;
    velocity = new float[size];
  }

  @Override
  public void update(float[] parameters, float[] gradients, int from, int to, float rate) {
    for (int k = from; k < to; k++) {
      float gradient = gradients[k] + weightDecay * parameters[k];
      velocity[k] = momentum * velocity[k] + gradient;
      parameters[k] -= rate * (nesterov ? gradient + momentum * velocity[k] : velocity[k]);
    }
  }

  @Override
  public OptimizerState state() {
    return new OptimizerState(Map.of("velocity", velocity.clone()), Map.of());
  }

  @Override
  public void restore(OptimizerState state) {
    throw new UnsupportedOperationException("no test resumes it");
  }
}
