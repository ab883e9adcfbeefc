package org.lenetlab.backend.reference;

import org.lenetlab.api.backend.Loss;

/** A loss L as a function of one example's outputs y, at the point where it was last evaluated. */
interface LossFunction {

  /** The function of a declared loss, without its scale. */
  static LossFunction of(Loss loss, int outputs) {
    return switch (loss) {
      case Loss.CrossEntropy l -> new SoftmaxFunction(outputs, 1, Double.NEGATIVE_INFINITY);
      case Loss.RbfMap map -> new SoftmaxFunction(outputs, -1, -map.j());
      case Loss.RbfMle l -> new LabelDistanceFunction();
      case Loss.MeanSquaredError mse -> new SquaredErrorFunction(mse, outputs);
    };
  }

  /** Evaluates L, and goes to this point for the calls of the other methods. */
  double at(double[] y, int label);

  /** ∂L/∂y[i]. */
  double gradient(int i);

  /** vᵀHv, where H is the matrix of the second derivatives ∂²L/∂y[i]∂y[k]. */
  double curvature(double[] v);
}
