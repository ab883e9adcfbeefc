package org.lenetlab.testkit;

import java.util.Map;
import org.lenetlab.api.optimizer.Optimizer;
import org.lenetlab.api.optimizer.OptimizerState;

/** v = 0.9·v + g, p −= rate·v. */
final class PlainMomentum implements Optimizer {
  private final float[] velocity;

  PlainMomentum(int size) {
    velocity = new float[size];
  }

  @Override
  public void update(float[] parameters, float[] gradients, int from, int to, float rate) {
    for (int k = from; k < to; k++) {
      velocity[k] = 0.9f * velocity[k] + gradients[k];
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
