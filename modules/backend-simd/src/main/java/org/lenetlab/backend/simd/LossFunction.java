package org.lenetlab.backend.simd;

import org.lenetlab.api.backend.Loss;

/**
 * A loss, without its scale, as a function of each image's outputs, at the point where it was last
 * evaluated.
 */
interface LossFunction {

  static LossFunction of(Loss loss, Tensor outputs, Arena scratch) {
    return switch (loss) {
      case Loss.CrossEntropy l -> new SoftmaxLoss(outputs, 1, Float.NEGATIVE_INFINITY, scratch);
      case Loss.RbfMap map -> new SoftmaxLoss(outputs, -1, (float) -map.j(), scratch);
      case Loss.RbfMle l -> new LabelLoss(outputs);
      case Loss.MeanSquaredError l -> new SquaredErrorLoss(l, outputs);
    };
  }

  /** Prepares the following calls for the outputs of a block. */
  default void evaluate(Block block) {}

  /** The loss of one image, given its place in the block. */
  double value(Block block, int image, int label);

  /** Writes factor · ∂L/∂y for all images of a block; 0 for absent ones. */
  void writeGradient(Block block, float factor);

  /** ∂L/∂y[i] of one image. */
  double gradient(Block block, int image, int label, int i);

  /** vᵀHv of one image, where H is the matrix of the second derivatives ∂²L/∂y[i]∂y[k]. */
  double curvature(Block block, int image, double[] v);
}
