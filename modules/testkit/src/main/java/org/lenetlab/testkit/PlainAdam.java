package org.lenetlab.testkit;

import java.util.Map;
import org.lenetlab.api.optimizer.Optimizer;
import org.lenetlab.api.optimizer.OptimizerState;

/**
 * Adam with bias correction, in double, for the replay of recordings: weight decay is part of g.
 */
final class PlainAdam implements Optimizer {
  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final double weightDecay;
  private final double[] mean;
  private final double[] square;
  private int step;

  PlainAdam(int size, double beta1, double beta2, double epsilon, double weightDecay) {
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    this.weightDecay = weightDecay;
    mean = new double[size];
    square = new double[size];
  }

  @Override
  public void beforeStep() {
    step++;
  }

  @Override
  public void update(float[] parameters, float[] gradients, int from, int to, float rate) {
    double meanCorrection = 1 - StrictMath.pow(beta1, step);
    double squareCorrection = 1 - StrictMath.pow(beta2, step);
    for (int k = from; k < to; k++) {
      double g = gradients[k] + weightDecay * parameters[k];
      mean[k] = beta1 * mean[k] + (1 - beta1) * g;
      square[k] = beta2 * square[k] + (1 - beta2) * g * g;
      double direction =
          mean[k] / meanCorrection / (Math.sqrt(square[k] / squareCorrection) + epsilon);
      parameters[k] -= (float) (rate * direction);
    }
  }

  @Override
  public OptimizerState state() {
    return new OptimizerState(Map.of(), Map.of("step", (long) step));
  }

  @Override
  public void restore(OptimizerState state) {
    throw new UnsupportedOperationException("no test resumes it");
  }
}
