package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.BLOCK;

import java.util.Arrays;
import org.lenetlab.api.backend.Loss.MeanSquaredError;

/** L = factor · Σ (y[i] − target[i])², where the target is on for the label and off elsewhere. */
record SquaredErrorLoss(MeanSquaredError declared, Tensor outputs) implements LossFunction {

  private int classes() {
    return outputs.shape().size();
  }

  private double error(Block block, int image, int label, int i) {
    float y = block.memory[block.at(outputs.values()) + i * BLOCK + image];
    return y - (i == label ? declared.on() : declared.off());
  }

  @Override
  public double value(Block block, int image, int label) {
    double sum = 0;
    for (int i = 0; i < classes(); i++) {
      double error = error(block, image, label, i);
      sum += error * error;
    }
    return declared.factor(classes()) * sum;
  }

  @Override
  public void writeGradient(Block block, float factor) {
    int dy = block.at(outputs.derivatives());
    Arrays.fill(block.memory, dy, dy + outputs.length(), 0);
    for (int image = 0; image < block.count(); image++) {
      int label = block.label(image);
      for (int i = 0; i < classes(); i++) {
        block.memory[dy + i * BLOCK + image] = (float) (factor * gradient(block, image, label, i));
      }
    }
  }

  @Override
  public double gradient(Block block, int image, int label, int i) {
    return 2 * declared.factor(classes()) * error(block, image, label, i);
  }

  @Override
  public double curvature(Block block, int image, double[] v) {
    double sum = 0;
    for (double component : v) {
      sum += component * component;
    }
    return 2 * declared.factor(classes()) * sum;
  }
}
