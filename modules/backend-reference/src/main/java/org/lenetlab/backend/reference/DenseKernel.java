package org.lenetlab.backend.reference;

import java.util.Arrays;
import org.lenetlab.api.network.Dense;

/** y = W·x + b. */
final class DenseKernel implements Kernel {
  private final float[] parameters;
  private final int weightOffset;
  private final int biasOffset;
  private final int inputs;
  private final int units;

  DenseKernel(Dense op, float[] parameters, int offset) {
    this.parameters = parameters;
    inputs = op.input().size();
    units = op.units();
    weightOffset = offset;
    biasOffset = offset + units * inputs;
  }

  @Override
  public void forward(double[] x, double[] y) {
    for (int unit = 0; unit < units; unit++) {
      int row = weightOffset + unit * inputs;
      double sum = parameters[biasOffset + unit];
      for (int i = 0; i < inputs; i++) {
        sum += parameters[row + i] * x[i];
      }
      y[unit] = sum;
    }
  }

  @Override
  public void backward(Derivative derivative, double[] x, double[] dy, double[] dx) {
    Arrays.fill(dx, 0);
    for (int unit = 0; unit < units; unit++) {
      int row = weightOffset + unit * inputs;
      for (int i = 0; i < inputs; i++) {
        dx[i] += derivative.factor(parameters[row + i]) * dy[unit];
      }
    }
  }

  @Override
  public void addParameters(Derivative derivative, double[] x, double[] dy, double[] sum) {
    for (int unit = 0; unit < units; unit++) {
      int row = weightOffset + unit * inputs;
      for (int i = 0; i < inputs; i++) {
        sum[row + i] += dy[unit] * derivative.factor(x[i]);
      }
      sum[biasOffset + unit] += dy[unit];
    }
  }
}
