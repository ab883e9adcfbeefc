package org.lenetlab.backend.reference;

import java.util.List;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Stage;

/** The kernels of a network in order, with the values between them for one example. */
final class Chain {
  private final List<Kernel> kernels;
  private final int firstTrainable;
  private final double[][] values;
  private final double[][] derivatives;

  Chain(Network network, float[] parameters, long seed) {
    List<Stage> stages = network.stages();
    kernels = stages.stream().map(stage -> Kernel.of(stage, parameters, seed)).toList();
    firstTrainable = firstTrainable(stages);
    values = new double[stages.size() + 1][];
    derivatives = new double[stages.size() + 1][];
    for (int k = 0; k <= stages.size(); k++) {
      int size = k == 0 ? network.input().size() : stages.get(k - 1).op().output().size();
      values[k] = new double[size];
      derivatives[k] = new double[size];
    }
  }

  private static int firstTrainable(List<Stage> stages) {
    int k = 0;
    while (k < stages.size() && stages.get(k).parameters().isEmpty()) {
      k++;
    }
    return k;
  }

  /** Number of kernels; the outputs are the values at this border. */
  int length() {
    return kernels.size();
  }

  void beginTraining(int epoch, int example) {
    kernels.forEach(kernel -> kernel.beginTraining(epoch, example));
  }

  void beginEvaluation() {
    kernels.forEach(Kernel::beginEvaluation);
  }

  /** Runs all kernels on the image that begins at {@code offset} and returns the outputs. */
  double[] forward(float[] images, int offset) {
    for (int i = 0; i < values[0].length; i++) {
      values[0][i] = images[offset + i];
    }
    for (int k = 0; k < kernels.size(); k++) {
      kernels.get(k).forward(values[k], values[k + 1]);
    }
    return values[kernels.size()];
  }

  /** The values between kernel {@code border} − 1 and kernel {@code border}. */
  double[] values(int border) {
    return values[border];
  }

  /** The derivatives with respect to {@link #values}, to be written before {@link #backward}. */
  double[] derivatives(int border) {
    return derivatives[border];
  }

  /** Carries the derivatives at {@code border} back, adding those of the parameters to a sum. */
  void backward(Derivative derivative, int border, double[] sum) {
    for (int k = border - 1; k >= firstTrainable; k--) {
      Kernel kernel = kernels.get(k);
      kernel.addParameters(derivative, values[k], derivatives[k + 1], sum);
      if (k > firstTrainable) {
        kernel.backward(derivative, values[k], derivatives[k + 1], derivatives[k]);
      }
    }
  }
}
