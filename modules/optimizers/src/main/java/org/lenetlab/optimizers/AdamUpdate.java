package org.lenetlab.optimizers;

import java.util.Map;
import org.lenetlab.api.optimizer.Optimizer;
import org.lenetlab.api.optimizer.OptimizerState;

/** The update rule of {@link Adam}. */
final class AdamUpdate implements Optimizer {
  private static final String MEAN = "mean";
  private static final String SQUARE = "square";
  private static final String STEP = "step";

  private final Adam spec;
  private final float[] mean;
  private final float[] square;
  private long step;

  /** β₁ᵗ and β₂ᵗ, as products: {@link StrictMath#pow} allocates. */
  private double power1 = 1;

  private double power2 = 1;
  private double rateCorrection;
  private float rootCorrection;

  AdamUpdate(Adam spec, int size) {
    this.spec = spec;
    mean = new float[size];
    square = new float[size];
  }

  @Override
  public void beforeStep() {
    step++;
    power1 *= spec.beta1();
    power2 *= spec.beta2();
    rateCorrection = 1 / (1 - power1);
    rootCorrection = (float) (1 / Math.sqrt(1 - power2));
  }

  @Override
  public void update(float[] parameters, float[] gradients, int from, int to, float rate) {
    float correctedRate = (float) (rate * rateCorrection);
    float keepMean = (float) spec.beta1();
    float addMean = (float) (1 - spec.beta1());
    float keepSquare = (float) spec.beta2();
    float addSquare = (float) (1 - spec.beta2());
    float epsilon = (float) spec.epsilon();
    float weightDecay = (float) spec.weightDecay();
    for (int i = from; i < to; i++) {
      float gradient = gradients[i] + weightDecay * parameters[i];
      float m = Denormals.flush(keepMean * mean[i] + addMean * gradient);
      float v = Denormals.flush(keepSquare * square[i] + addSquare * gradient * gradient);
      mean[i] = m;
      square[i] = v;
      float root = (float) Math.sqrt(v) * rootCorrection;
      parameters[i] -= correctedRate * (m / (root + epsilon));
    }
  }

  @Override
  public OptimizerState state() {
    return new OptimizerState(
        Map.of(MEAN, mean.clone(), SQUARE, square.clone()), Map.of(STEP, step));
  }

  @Override
  public void restore(OptimizerState state) {
    States.copy(state, MEAN, mean);
    States.copy(state, SQUARE, square);
    step = States.counter(state, STEP);
    power1 = power(spec.beta1(), step);
    power2 = power(spec.beta2(), step);
  }

  /** The same bits as a training has that was not interrupted. */
  private static double power(double base, long exponent) {
    double power = 1;
    for (long i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }
}
