package org.lenetlab.backend.simd;

import org.lenetlab.api.network.ConnectionTable;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Shape;

/** What a convolution combines, without its parameters; its kernel need not be square. */
record Geometry(
    Shape input,
    int kernelHeight,
    int kernelWidth,
    int stride,
    int padding,
    ConnectionTable connections) {

  static Geometry of(Convolution op) {
    return new Geometry(
        op.input(), op.kernel(), op.kernel(), op.stride(), op.padding(), op.connections());
  }

  /** The number of values of one output map's kernel for one input map. */
  int kernelArea() {
    return kernelHeight * kernelWidth;
  }

  Shape output() {
    return new Shape(
        connections.outputs(),
        extent(input.height(), kernelHeight),
        extent(input.width(), kernelWidth));
  }

  private int extent(int size, int kernel) {
    return (size - kernel + 2 * padding) / stride + 1;
  }
}
