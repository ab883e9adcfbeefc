package org.lenetlab.backend.reference;

import org.jspecify.annotations.Nullable;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.SquaredDistance;

/**
 * What training minimises for one example: the scaled loss of the network's outputs, and where its
 * derivatives enter the network.
 */
final class Objective {
  private final LossFunction function;
  private final double scale;
  private final @Nullable SquaredDistanceKernel distances;
  private final double[] direction;

  Objective(Network network, Loss loss) {
    function = LossFunction.of(loss, network.classes());
    scale = loss.scale().value();
    distances =
        network.stages().getLast().op() instanceof SquaredDistance op
            ? new SquaredDistanceKernel(op)
            : null;
    direction = new double[network.classes()];
  }

  /** The loss of {@code outputs}, the point at which the following derivatives are taken. */
  double at(double[] outputs, int label) {
    return scale * function.at(outputs, label);
  }

  /** Writes the derivatives with respect to the outputs. */
  void writeGradient(Chain chain) {
    double[] dy = chain.derivatives(chain.length());
    for (int i = 0; i < dy.length; i++) {
      dy[i] = scale * function.gradient(i);
    }
  }

  /**
   * Writes the exact diagonal second derivatives with respect to the values at a border, and
   * returns that border: the outputs, or with distances the values that they are measured from.
   * There the loss alone says too little: y[label] has no curvature as a function of y, but 2 as a
   * function of x.
   */
  int writeCurvature(Chain chain) {
    int border = distances == null ? chain.length() : chain.length() - 1;
    double[] x = chain.values(border);
    double[] h = chain.derivatives(border);
    for (int j = 0; j < h.length; j++) {
      h[j] = scale * (distances == null ? ofOutput(j) : ofDistances(distances, x, j));
    }
    return border;
  }

  private double ofOutput(int j) {
    for (int i = 0; i < direction.length; i++) {
      direction[i] = i == j ? 1 : 0;
    }
    return function.curvature(direction);
  }

  /** ∂²L/∂x[j]² = dᵀHd + 2·Σ ∂L/∂y[i], with d[i] = ∂y[i]/∂x[j] and ∂²y[i]/∂x[j]² = 2. */
  private double ofDistances(SquaredDistanceKernel kernel, double[] x, int j) {
    double gradientSum = 0;
    for (int i = 0; i < direction.length; i++) {
      direction[i] = kernel.slope(x, i, j);
      gradientSum += function.gradient(i);
    }
    return function.curvature(direction) + 2 * gradientSum;
  }
}
