package org.lenetlab.optimizers;

import java.util.Map;
import org.lenetlab.api.optimizer.Optimizer;
import org.lenetlab.api.optimizer.OptimizerState;

/** The update rule of {@link Momentum}. */
final class MomentumUpdate implements Optimizer {
  private static final String VELOCITY = "velocity";

  private final float momentum;
  private final boolean nesterov;
  private final float weightDecay;
  private final float[] velocity;

  MomentumUpdate(Momentum spec, int size) {
    momentum = (float) spec.momentum();
    nesterov = spec.nesterov();
    weightDecay = (float) spec.weightDecay();
    velocity = new float[size];
  }

  @Override
  public void update(float[] parameters, float[] gradients, int from, int to, float rate) {
    if (nesterov) {
      lookAhead(parameters, gradients, from, to, rate);
    } else {
      plain(parameters, gradients, from, to, rate);
    }
  }

  private void plain(float[] parameters, float[] gradients, int from, int to, float rate) {
    for (int i = from; i < to; i++) {
      float gradient = gradients[i] + weightDecay * parameters[i];
      float next = Denormals.flush(momentum * velocity[i] + gradient);
      velocity[i] = next;
      parameters[i] -= rate * next;
    }
  }

  private void lookAhead(float[] parameters, float[] gradients, int from, int to, float rate) {
    for (int i = from; i < to; i++) {
      float gradient = gradients[i] + weightDecay * parameters[i];
      float next = Denormals.flush(momentum * velocity[i] + gradient);
      velocity[i] = next;
      parameters[i] -= rate * (gradient + momentum * next);
    }
  }

  @Override
  public OptimizerState state() {
    return new OptimizerState(Map.of(VELOCITY, velocity.clone()), Map.of());
  }

  @Override
  public void restore(OptimizerState state) {
    States.copy(state, VELOCITY, velocity);
  }
}
