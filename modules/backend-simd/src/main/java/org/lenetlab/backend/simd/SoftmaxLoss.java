package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.BLOCK;

import java.util.Arrays;

/**
 * L = log(e^r + Σ e^(s·y[i])) − s·y[label], with a sign s and a constant r.
 *
 * <p>Cross-entropy has s = 1 and r = −∞. The MAP criterion (LeCun et al. 1998, eq. 9) has s = −1
 * and r = −j: distances are negative logits, and j is the distance of a rubbish class.
 *
 * <p>With p[i] = e^(s·y[i]) / (e^r + Σ e^(s·y[k])): ∂L/∂y[i] = s·(p[i] − δ[i, label]) and H[i, k] =
 * p[i]·δ[i, k] − p[i]·p[k].
 */
final class SoftmaxLoss implements LossFunction {
  private final Tensor outputs;
  private final int sign;
  private final float constant;
  private final int probabilities;
  private final int largest;
  private final int sums;

  SoftmaxLoss(Tensor outputs, int sign, float constant, Arena scratch) {
    this.outputs = outputs;
    this.sign = sign;
    this.constant = constant;
    probabilities = scratch.reserve(outputs.length() + BLOCK);
    largest = scratch.reserve(BLOCK);
    sums = scratch.reserve(BLOCK);
  }

  private int classes() {
    return outputs.shape().size();
  }

  @Override
  public void evaluate(Block block) {
    int y = block.at(outputs.values());
    int maxima = block.at(largest);
    SoftmaxKernel.largest(block.memory, y, classes(), sign, constant, maxima);
    SoftmaxKernel.probabilities(
        block.memory,
        y,
        classes(),
        sign,
        constant,
        maxima,
        block.at(probabilities),
        block.at(sums));
  }

  @Override
  public double value(Block block, int image, int label) {
    float[] m = block.memory;
    double y = m[block.at(outputs.values()) + label * BLOCK + image];
    double sum = m[block.at(sums) + image];
    return StrictMath.log(sum) + m[block.at(largest) + image] - sign * y;
  }

  @Override
  public void writeGradient(Block block, float factor) {
    float[] m = block.memory;
    int p = block.at(probabilities);
    int dy = block.at(outputs.derivatives());
    for (int image = 0; image < block.count(); image++) {
      int label = block.label(image);
      m[p + label * BLOCK + image] = -otherProbabilities(block, image, label);
    }
    if (block.count() < BLOCK) {
      Arrays.fill(m, dy, dy + outputs.length(), 0);
    }
    for (int i = 0; i < classes() * BLOCK; i += BLOCK) {
      for (int image = i; image < i + block.count(); image++) {
        m[dy + image] = m[p + image] * (sign * factor);
      }
    }
  }

  /** 1 − p[label], without the digits that the difference would lose. */
  private float otherProbabilities(Block block, int image, int label) {
    double sum = 0;
    for (int i = 0; i <= classes(); i++) {
      sum += i == label ? 0 : probability(block, image, i);
    }
    return (float) sum;
  }

  private double probability(Block block, int image, int i) {
    return block.memory[block.at(probabilities) + i * BLOCK + image];
  }

  @Override
  public double gradient(Block block, int image, int label, int i) {
    return sign
        * (i == label ? -otherProbabilities(block, image, label) : probability(block, image, i));
  }

  @Override
  public double curvature(Block block, int image, double[] v) {
    double mean = 0;
    for (int i = 0; i < v.length; i++) {
      mean += probability(block, image, i) * v[i];
    }
    // Σ p·v² − mean² as a sum of squares, which rounding cannot make negative.
    double variance = probability(block, image, v.length) * mean * mean;
    for (int i = 0; i < v.length; i++) {
      variance += probability(block, image, i) * (v[i] - mean) * (v[i] - mean);
    }
    return variance;
  }
}
