package org.lenetlab.backend.simd;

import org.lenetlab.api.network.SquaredDistance;
import org.lenetlab.api.network.Targets;

/** The squared distances to fixed targets. */
final class DistanceStep implements Step {
  private final Tensor input;
  private final Tensor output;
  private final boolean trainsBefore;
  private final float[] targets;
  private final int classes;
  private final int length;

  /**
   * @param trainsBefore whether an earlier step has parameters, so that it wants derivatives
   */
  DistanceStep(SquaredDistance op, Tensor input, Tensor output, boolean trainsBefore) {
    this.input = input;
    this.output = output;
    this.trainsBefore = trainsBefore;
    Targets declared = op.targets();
    classes = declared.classes();
    length = declared.length();
    targets = new float[classes * length];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = declared.get(i / length, i % length);
    }
  }

  /** ∂y[i]/∂x[j] for one image, given its place in the block. */
  double slope(Block block, int image, int i, int j) {
    float x = block.memory[block.at(input.values()) + j * Lanes.BLOCK + image];
    return 2.0 * (x - targets[i * length + j]);
  }

  /** What the distances are measured from. */
  Tensor input() {
    return input;
  }

  @Override
  public void forward(Block block) {
    int x = block.at(input.values());
    int y = block.at(output.values());
    for (int i = 0; i < classes; i++) {
      DistanceKernel.forward(block.memory, x, targets, i * length, length, y + i * Lanes.BLOCK);
    }
  }

  @Override
  public void backward(Block block, Derivative derivative) {
    if (trainsBefore) {
      int dy = block.at(output.derivatives());
      boolean squared = derivative == Derivative.CURVATURE;
      for (int j = 0; j < length; j++) {
        int x = block.at(input.values()) + j * Lanes.BLOCK;
        int dx = block.at(input.derivatives()) + j * Lanes.BLOCK;
        DistanceKernel.backward(block.memory, x, targets, j, length, dy, dx, squared);
      }
    }
  }
}
