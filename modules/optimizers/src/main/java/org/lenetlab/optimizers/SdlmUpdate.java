package org.lenetlab.optimizers;

import org.lenetlab.api.optimizer.CurvatureSource;
import org.lenetlab.api.optimizer.Optimizer;
import org.lenetlab.api.optimizer.OptimizerState;

/** The update rule of {@link Sdlm}. Carries nothing from epoch to epoch. */
final class SdlmUpdate implements Optimizer {
  private final Sdlm spec;
  private final float[] factors;

  SdlmUpdate(Sdlm spec, int size) {
    this.spec = spec;
    factors = new float[size];
  }

  @Override
  public void beforeEpoch(int epoch, CurvatureSource curvature) {
    float[] diagonal = curvature.diagonal(spec.samples());
    for (int i = 0; i < factors.length; i++) {
      factors[i] = (float) (1 / (spec.mu() + diagonal[i]));
    }
  }

  @Override
  public float[] rates(double rate) {
    float[] rates = new float[factors.length];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = (float) rate * factors[i];
    }
    return rates;
  }

  @Override
  public void update(float[] parameters, float[] gradients, int from, int to, float rate) {
    for (int i = from; i < to; i++) {
      parameters[i] -= rate * factors[i] * gradients[i];
    }
  }

  @Override
  public OptimizerState state() {
    return OptimizerState.NONE;
  }

  @Override
  public void restore(OptimizerState state) {}
}
