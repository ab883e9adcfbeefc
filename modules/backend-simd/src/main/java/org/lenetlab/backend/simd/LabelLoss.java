package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.BLOCK;

import java.util.Arrays;

/** L = y[label], the MLE criterion for distances (LeCun et al. 1998, eq. 8). */
record LabelLoss(Tensor outputs) implements LossFunction {

  @Override
  public double value(Block block, int image, int label) {
    return block.memory[block.at(outputs.values()) + label * BLOCK + image];
  }

  @Override
  public void writeGradient(Block block, float factor) {
    int dy = block.at(outputs.derivatives());
    Arrays.fill(block.memory, dy, dy + outputs.length(), 0);
    for (int image = 0; image < block.count(); image++) {
      block.memory[dy + block.label(image) * BLOCK + image] = factor;
    }
  }

  @Override
  public double gradient(Block block, int image, int label, int i) {
    return i == label ? 1 : 0;
  }

  @Override
  public double curvature(Block block, int image, double[] v) {
    return 0;
  }
}
