package org.lenetlab.backend.reference;

import org.lenetlab.api.backend.Loss.MeanSquaredError;

/** L = factor · Σ (y[i] − target[i])², where the target is on for the label and off elsewhere. */
final class SquaredErrorFunction implements LossFunction {
  private final MeanSquaredError loss;
  private final double factor;
  private final double[] error;

  SquaredErrorFunction(MeanSquaredError loss, int outputs) {
    this.loss = loss;
    factor = loss.factor(outputs);
    error = new double[outputs];
  }

  @Override
  public double at(double[] y, int label) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      error[i] = y[i] - (i == label ? loss.on() : loss.off());
      sum += error[i] * error[i];
    }
    return factor * sum;
  }

  @Override
  public double gradient(int i) {
    return 2 * factor * error[i];
  }

  @Override
  public double curvature(double[] v) {
    double sum = 0;
    for (double component : v) {
      sum += component * component;
    }
    return 2 * factor * sum;
  }
}
