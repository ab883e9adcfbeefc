package org.lenetlab.backend.reference;

import java.util.Arrays;
import org.lenetlab.api.network.Pooling;

/** The sum of each window times a fixed factor: 1 for sums, 1/window² for averages. */
final class SumPoolingKernel implements Kernel {
  private final Windows windows;
  private final double scale;

  SumPoolingKernel(Pooling op, double scale) {
    windows = new Windows(op);
    this.scale = scale;
  }

  @Override
  public void forward(double[] x, double[] y) {
    windows.forEach(
        (output, corner) -> {
          double sum = 0;
          for (int i = 0; i < windows.size(); i++) {
            sum += x[windows.input(corner, i)];
          }
          y[output] = scale * sum;
        });
  }

  @Override
  public void backward(Derivative derivative, double[] x, double[] dy, double[] dx) {
    Arrays.fill(dx, 0);
    double factor = derivative.factor(scale);
    windows.forEach(
        (output, corner) -> {
          for (int i = 0; i < windows.size(); i++) {
            dx[windows.input(corner, i)] += factor * dy[output];
          }
        });
  }
}
