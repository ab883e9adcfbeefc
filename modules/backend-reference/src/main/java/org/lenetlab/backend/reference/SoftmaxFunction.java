package org.lenetlab.backend.reference;

/**
 * L = log(e^r + Σ e^(s·y[i])) − s·y[label], with a sign s and a constant r.
 *
 * <p>Cross-entropy has s = 1 and r = −∞. The MAP criterion (LeCun et al. 1998, eq. 9) has s = −1
 * and r = −j: distances are negative logits, and j is the distance of a rubbish class.
 *
 * <p>With p[i] = e^(s·y[i]) / (e^r + Σ e^(s·y[k])): ∂L/∂y[i] = s·(p[i] − δ[i, label]) and H[i, k] =
 * p[i]·δ[i, k] − p[i]·p[k].
 */
final class SoftmaxFunction implements LossFunction {
  private final int sign;
  private final double constant;
  private final double[] p;
  private int label;

  SoftmaxFunction(int outputs, int sign, double constant) {
    this.sign = sign;
    this.constant = constant;
    p = new double[outputs];
  }

  @Override
  public double at(double[] y, int label) {
    this.label = label;
    double largest = constant;
    for (double output : y) {
      largest = Math.max(largest, sign * output);
    }
    double sum = StrictMath.exp(constant - largest);
    for (int i = 0; i < y.length; i++) {
      p[i] = StrictMath.exp(sign * y[i] - largest);
      sum += p[i];
    }
    for (int i = 0; i < y.length; i++) {
      p[i] /= sum;
    }
    return StrictMath.log(sum) + largest - sign * y[label];
  }

  @Override
  public double gradient(int i) {
    return sign * (i == label ? p[i] - 1 : p[i]);
  }

  @Override
  public double curvature(double[] v) {
    double mean = 0;
    double rest = 1;
    for (int i = 0; i < v.length; i++) {
      mean += p[i] * v[i];
      rest -= p[i];
    }
    // Σ p·v² − mean² as a sum of squares, which rounding cannot make negative.
    double variance = Math.max(0, rest) * mean * mean;
    for (int i = 0; i < v.length; i++) {
      variance += p[i] * (v[i] - mean) * (v[i] - mean);
    }
    return variance;
  }
}
