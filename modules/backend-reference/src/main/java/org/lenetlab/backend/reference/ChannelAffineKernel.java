package org.lenetlab.backend.reference;

import java.util.Arrays;
import java.util.List;
import org.lenetlab.api.network.ChannelAffine;

/** A coefficient and a bias per output channel, each channel taking one input channel. */
final class ChannelAffineKernel implements Kernel {
  private final float[] parameters;
  private final int coefficientOffset;
  private final int biasOffset;
  private final List<Integer> sources;
  private final int plane;

  ChannelAffineKernel(ChannelAffine op, float[] parameters, int offset) {
    this.parameters = parameters;
    sources = op.sources();
    plane = op.input().plane();
    coefficientOffset = offset;
    biasOffset = offset + sources.size();
  }

  @Override
  public void forward(double[] x, double[] y) {
    for (int output = 0; output < sources.size(); output++) {
      int source = sources.get(output);
      double coefficient = parameters[coefficientOffset + output];
      double bias = parameters[biasOffset + output];
      for (int p = 0; p < plane; p++) {
        y[output * plane + p] = coefficient * x[source * plane + p] + bias;
      }
    }
  }

  @Override
  public void backward(Derivative derivative, double[] x, double[] dy, double[] dx) {
    Arrays.fill(dx, 0);
    for (int output = 0; output < sources.size(); output++) {
      int source = sources.get(output);
      double factor = derivative.factor(parameters[coefficientOffset + output]);
      for (int p = 0; p < plane; p++) {
        dx[source * plane + p] += factor * dy[output * plane + p];
      }
    }
  }

  @Override
  public void addParameters(Derivative derivative, double[] x, double[] dy, double[] sum) {
    for (int output = 0; output < sources.size(); output++) {
      int source = sources.get(output);
      double coefficient = 0;
      double bias = 0;
      for (int p = 0; p < plane; p++) {
        coefficient += dy[output * plane + p] * derivative.factor(x[source * plane + p]);
        bias += dy[output * plane + p];
      }
      sum[coefficientOffset + output] += coefficient;
      sum[biasOffset + output] += bias;
    }
  }
}
