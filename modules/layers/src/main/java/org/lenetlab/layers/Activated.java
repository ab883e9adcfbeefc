package org.lenetlab.layers;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.Elementwise;
import org.lenetlab.api.network.Op;

/** Appends activations to ops. */
final class Activated {

  /** The ops, then {@code activation}, which is no op where it is absent or the identity. */
  static List<Op> ops(@Nullable Activation activation, Op... ops) {
    if (activation == null || activation instanceof Activation.Identity) {
      return List.of(ops);
    }
    Op last = ops[ops.length - 1];
    return Stream.concat(Stream.of(ops), Stream.of(new Elementwise(last.output(), activation)))
        .toList();
  }

  private Activated() {}
}
