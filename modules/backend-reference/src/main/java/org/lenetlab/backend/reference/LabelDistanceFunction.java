package org.lenetlab.backend.reference;

/** L = y[label], the MLE criterion for distances (LeCun et al. 1998, eq. 8). */
final class LabelDistanceFunction implements LossFunction {
  private int label;

  @Override
  public double at(double[] y, int label) {
    this.label = label;
    return y[label];
  }

  @Override
  public double gradient(int i) {
    return i == label ? 1 : 0;
  }

  @Override
  public double curvature(double[] v) {
    return 0;
  }
}
