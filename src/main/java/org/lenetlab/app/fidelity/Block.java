package org.lenetlab.app.fidelity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.ChannelAffine;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Dense;
import org.lenetlab.api.network.Dropout;
import org.lenetlab.api.network.Elementwise;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Pooling;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.network.SquaredDistance;

/**
 * What counts as one layer however a file divides it: an op that computes or pools, with the
 * coefficients, squashing and dropout that follow it.
 *
 * @param name of the layer that its first op belongs to
 */
record Block(String name, List<Op> ops) {

  /** What a block does. */
  enum Role {
    CONVOLUTION,
    POOLING,
    /** Dense, or a convolution with a kernel as large as its input, which is the same. */
    DENSE,
    DISTANCES,
    OTHER;

    /** In words. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Block {
    ops = List.copyOf(ops);
  }

  Op core() {
    return ops.getFirst();
  }

  Role role() {
    return switch (core()) {
      case Convolution c -> coversItsInput(c) ? Role.DENSE : Role.CONVOLUTION;
      case Pooling _ -> Role.POOLING;
      case Dense _ -> Role.DENSE;
      case SquaredDistance _ -> Role.DISTANCES;
      case ChannelAffine _, Elementwise _, Dropout _ -> Role.OTHER;
    };
  }

  private static boolean coversItsInput(Convolution c) {
    return c.output().isVector()
        && c.connections().isFull()
        && c.padding() == 0
        && c.kernel() == c.input().height()
        && c.kernel() == c.input().width();
  }

  Shape output() {
    return ops.getLast().output();
  }

  /** The coefficients and biases of trainable subsampling. */
  Optional<ChannelAffine> coefficients() {
    return following(ChannelAffine.class).findFirst();
  }

  List<Activation> squashing() {
    return following(Elementwise.class)
        .map(Elementwise::activation)
        .filter(activation -> !(activation instanceof Activation.Identity))
        .toList();
  }

  List<Double> dropout() {
    return following(Dropout.class).map(Dropout::rate).toList();
  }

  private <T extends Op> Stream<T> following(Class<T> type) {
    return ops.stream().skip(1).filter(type::isInstance).map(type::cast);
  }

  long parameters() {
    return ops.stream().mapToLong(Op::parameterCount).sum();
  }

  long connections() {
    return ops.stream().mapToLong(Op::connectionCount).sum();
  }
}
