package org.lenetlab.backend.reference;

import org.lenetlab.api.network.Activation;

/** y = f(x), value by value. */
final class ElementwiseKernel implements Kernel {
  private final Activation activation;

  ElementwiseKernel(Activation activation) {
    this.activation = activation;
  }

  @Override
  public void forward(double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      y[i] = activation.value(x[i]);
    }
  }

  @Override
  public void backward(Derivative derivative, double[] x, double[] dy, double[] dx) {
    for (int i = 0; i < x.length; i++) {
      dx[i] = derivative.factor(activation.derivative(x[i])) * dy[i];
    }
  }
}
