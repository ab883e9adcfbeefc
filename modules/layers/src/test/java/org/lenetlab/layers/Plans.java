package org.lenetlab.layers;

import java.util.List;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.ArchitectureSpec;
import org.lenetlab.api.network.Initialization;
import org.lenetlab.api.network.Layer;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.PerLayer;

/** Plans architectures for tests. */
final class Plans {
  static final PerLayer<Activation> SCALED_TANH = PerLayer.all(new Activation.ScaledTanh());
  static final PerLayer<Activation> RELU = PerLayer.all(new Activation.Relu());
  static final Shape GREY_28 = new Shape(1, 28, 28);
  static final Shape GREY_32 = new Shape(1, 32, 32);

  static Network plan(ArchitectureSpec architecture, Shape input) {
    return Network.plan(
        architecture,
        PerLayer.all(new Initialization(new PytorchDefault(), null, null)),
        input,
        10);
  }

  static Lenet5 lenet5() {
    return new Lenet5(
        SCALED_TANH,
        PoolingChoice.SUBSAMPLE,
        0,
        new Connections("lecun-1998"),
        Head.RBF,
        Bitmaps.LECUN_1998);
  }

  static Lenet5Modern modern(int padding) {
    return new Lenet5Modern(
        List.of(6, 16),
        List.of(120, 84),
        5,
        RELU,
        PoolingChoice.MAX,
        padding,
        Connections.FULL,
        Head.SOFTMAX,
        Bitmaps.LECUN_1998);
  }

  /** One line per layer: name, output shape, parameters, connections. */
  static List<String> table(Network network) {
    return network.layers().stream().map(Plans::row).toList();
  }

  private static String row(Layer layer) {
    return String.join(
        " ",
        layer.name(),
        layer.output().toString(),
        Long.toString(layer.parameterCount()),
        Long.toString(layer.connectionCount()));
  }

  private Plans() {}
}
