package org.lenetlab.api.network;

import java.util.List;

/** A planned layer: its unique name and its ops, in order. Shapes and counts are for one image. */
public record Layer(String name, List<Op> ops) {

  public Layer {
    ops = List.copyOf(ops);
    if (ops.isEmpty()) {
      throw new IllegalArgumentException("layer " + name + " has no ops");
    }
  }

  public Shape input() {
    return ops.getFirst().input();
  }

  public Shape output() {
    return ops.getLast().output();
  }

  public long parameterCount() {
    return ops.stream().mapToLong(Op::parameterCount).sum();
  }

  public long fixedCount() {
    return ops.stream().mapToLong(Op::fixedCount).sum();
  }

  public long connectionCount() {
    return ops.stream().mapToLong(Op::connectionCount).sum();
  }

  public long flops() {
    return ops.stream().mapToLong(Op::flops).sum();
  }
}
