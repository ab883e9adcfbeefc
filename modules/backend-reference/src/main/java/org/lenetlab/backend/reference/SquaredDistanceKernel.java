package org.lenetlab.backend.reference;

import java.util.Arrays;
import org.lenetlab.api.network.SquaredDistance;
import org.lenetlab.api.network.Targets;

/** y[i] = Σ_j (x[j] − target[i][j])². */
final class SquaredDistanceKernel implements Kernel {
  private final Targets targets;

  SquaredDistanceKernel(SquaredDistance op) {
    targets = op.targets();
  }

  @Override
  public void forward(double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      double sum = 0;
      for (int j = 0; j < x.length; j++) {
        double difference = x[j] - targets.get(i, j);
        sum += difference * difference;
      }
      y[i] = sum;
    }
  }

  @Override
  public void backward(Derivative derivative, double[] x, double[] dy, double[] dx) {
    Arrays.fill(dx, 0);
    for (int i = 0; i < dy.length; i++) {
      for (int j = 0; j < x.length; j++) {
        dx[j] += derivative.factor(slope(x, i, j)) * dy[i];
      }
    }
  }

  /** ∂y[i]/∂x[j]. Its own derivative, ∂²y[i]/∂x[j]², is 2. */
  double slope(double[] x, int i, int j) {
    return 2 * (x[j] - targets.get(i, j));
  }
}
