package org.lenetlab.testkit;

import java.util.List;
import java.util.stream.IntStream;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.backend.Loss.MeanSquaredError.Reduction;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.Pooling;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.random.RandomStream;

/** Networks that nobody would think of, each a pure function of its number. */
final class RandomNetworks {
  private static final List<Activation> ACTIVATIONS =
      List.of(
          new Activation.Sigmoid(),
          new Activation.Tanh(),
          new Activation.ScaledTanh(),
          new Activation.Relu(),
          new Activation.LeakyRelu(0.05f),
          new Activation.Identity());

  private static final List<Pooling.Kind> KINDS = List.of(Pooling.Kind.values());

  private final RandomStream random;

  private RandomNetworks(RandomStream random) {
    this.random = random;
  }

  static List<NetworkCase> cases(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new RandomNetworks(new RandomStream(i, "network")).draw(i))
        .toList();
  }

  private NetworkCase draw(int number) {
    NetworkBuilder builder = NetworkBuilder.input(1 + below(4), 1 + below(16), 1 + below(16));
    for (int spatial = below(6); spatial > 0; spatial--) {
      addSpatial(builder);
    }
    for (int dense = below(3); dense > 0; dense--) {
      builder.dense(1 + below(40)).activation(activation());
    }
    int classes = 2 + below(11);
    Loss loss = addHead(builder, classes);
    return new NetworkCase("random network " + number, builder.build(), loss);
  }

  private void addSpatial(NetworkBuilder builder) {
    Shape in = builder.shape();
    int smallest = Math.min(in.height(), in.width());
    switch (below(5)) {
      case 0, 1 -> {
        int kernel = 1 + below(Math.min(6, smallest));
        builder.convolution(1 + below(9), kernel, 1 + below(2), below(3)).activation(activation());
      }
      case 2 -> builder.convolution(table(in.channels()), 1 + below(Math.min(5, smallest)), 1, 0);
      case 3 -> {
        builder.pooling(KINDS.get(below(3)), 1 + below(Math.min(3, smallest)), 1 + below(3));
      }
      default -> {
        Integer[] sources = new Integer[1 + below(6)];
        for (int i = 0; i < sources.length; i++) {
          sources[i] = below(in.channels());
        }
        builder.affine(1, sources).activation(activation());
      }
    }
  }

  private String table(int inputs) {
    int outputs = 1 + below(7);
    int[] certain = IntStream.range(0, outputs).map(o -> below(inputs)).toArray();
    StringBuilder drawing = new StringBuilder();
    for (int i = 0; i < inputs; i++) {
      for (int o = 0; o < outputs; o++) {
        drawing.append(certain[o] == i || below(2) == 0 ? 'X' : '.');
      }
      drawing.append('\n');
    }
    return drawing.toString();
  }

  private Loss addHead(NetworkBuilder builder, int classes) {
    return switch (below(6)) {
      case 0 -> {
        builder.dense(classes);
        yield Losses.squaredError(Reduction.MEAN);
      }
      case 1 -> {
        builder.dense(1 + below(30)).activation(new Activation.ScaledTanh()).distances(classes);
        yield Losses.RBF_MAP;
      }
      case 2 -> {
        builder.distances(classes);
        yield Losses.RBF_MLE;
      }
      default -> {
        builder.dense(classes);
        yield Losses.CROSS_ENTROPY;
      }
    };
  }

  private Activation activation() {
    return ACTIVATIONS.get(below(ACTIVATIONS.size()));
  }

  private int below(int bound) {
    return random.nextInt(bound);
  }
}
