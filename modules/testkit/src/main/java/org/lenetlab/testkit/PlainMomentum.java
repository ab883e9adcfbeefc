package org.lenetlab.testkit;

import java.util.Map;
import org.lenetlab.api.optimizer.Optimizer;
import org.lenetlab.api.optimizer.OptimizerState;

/** v = momentum·v + g, p −= rate·v; what the backends' tests step with. */
final class PlainMomentum implements Optimizer {
  private final float momentum;
  private final float[] velocity;

  PlainMomentum(int size, double momentum) {
    this.momentum = (float) momentum;
    velocity = new float[size];
  }

  @Override
  public void update(float[] parameters, float[] gradients, int from, int to, float rate) {
    for (int k = from; k < to; k++) {
      velocity[k] = momentum * velocity[k] + gradients[k];
      parameters[k] -= rate * velocity[k];
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
