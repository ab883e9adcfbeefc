package org.lenetlab.backend.reference;

import java.util.Arrays;
import org.lenetlab.api.network.Pooling;

/** The maximum of each window; of equal values the first in row order gets the derivative. */
final class MaxPoolingKernel implements Kernel {
  private final Windows windows;

  MaxPoolingKernel(Pooling op) {
    windows = new Windows(op);
  }

  @Override
  public void forward(double[] x, double[] y) {
    windows.forEach((output, corner) -> y[output] = x[largest(x, corner)]);
  }

  @Override
  public void backward(Derivative derivative, double[] x, double[] dy, double[] dx) {
    Arrays.fill(dx, 0);
    windows.forEach((output, corner) -> dx[largest(x, corner)] += dy[output]);
  }

  private int largest(double[] x, int corner) {
    int largest = corner;
    for (int i = 1; i < windows.size(); i++) {
      int candidate = windows.input(corner, i);
      if (x[candidate] > x[largest]) {
        largest = candidate;
      }
    }
    return largest;
  }
}
