package org.lenetlab.api.network;

/** An activation function applied to every value. */
public record Elementwise(Shape input, Activation activation) implements Op {

  @Override
  public Shape output() {
    return input;
  }

  @Override
  public long flops() {
    return input.size();
  }
}
