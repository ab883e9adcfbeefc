package org.lenetlab.testkit;

import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.Pooling.Kind;

/** The networks that matter. */
final class LeNets {
  static final String LENET_5_TABLE =
      """
      X...XXX..XXXX.XX
      XX...XXX..XXXX.X
      XXX...XXX..X.XXX
      .XXX..XXXX..X.XX
      ..XXX..XXXX.XX.X
      ...XXX..XXXX.XXX
      """;

  static final String LENET_1_TABLE =
      """
      XXX.XX......
      .XXXXX......
      ......XXX.XX
      .......XXXXX
      """;

  private static final Activation SCALED_TANH = new Activation.ScaledTanh();
  private static final Activation RELU = new Activation.Relu();

  private LeNets() {}

  /** The common rewrite: 6 and 16 maps, 120, 84 and 10 units. */
  static NetworkBuilder rewrite(int size, int padding, Activation activation, Kind kind) {
    return NetworkBuilder.input(1, size, size)
        .convolution(6, 5, 1, padding)
        .activation(activation)
        .pooling(kind, 2, 2)
        .convolution(16, 5)
        .activation(activation)
        .pooling(kind, 2, 2)
        .dense(120)
        .activation(activation)
        .dense(84)
        .activation(activation)
        .dense(10);
  }

  /** LeNet-5 as published, with distances for outputs. */
  static NetworkBuilder lenet5() {
    return NetworkBuilder.input(1, 32, 32)
        .convolution(6, 5)
        .pooling(Kind.SUM, 2, 2)
        .affine(4, 0, 1, 2, 3, 4, 5)
        .activation(SCALED_TANH)
        .convolution(LENET_5_TABLE, 5, 1, 0)
        .pooling(Kind.SUM, 2, 2)
        .affine(4, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
        .activation(SCALED_TANH)
        .convolution(120, 5)
        .activation(SCALED_TANH)
        .dense(84)
        .activation(SCALED_TANH)
        .distances(10);
  }

  /** LeNet-1, with average pooling. */
  static NetworkBuilder lenet1() {
    return NetworkBuilder.input(1, 28, 28)
        .convolution(4, 5)
        .activation(SCALED_TANH)
        .pooling(Kind.AVERAGE, 2, 2)
        .convolution(LENET_1_TABLE, 5, 1, 0)
        .activation(SCALED_TANH)
        .pooling(Kind.AVERAGE, 2, 2)
        .dense(10)
        .activation(SCALED_TANH);
  }

  /** Two convolutions over colour images. */
  static NetworkBuilder rgb() {
    return NetworkBuilder.input(3, 20, 20)
        .convolution(16, 5)
        .activation(RELU)
        .pooling(Kind.MAX, 2, 2)
        .convolution(12, 5)
        .activation(RELU)
        .pooling(Kind.MAX, 2, 2)
        .dense(20)
        .dense(10);
  }
}
