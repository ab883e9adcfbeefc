package org.lenetlab.api.network;

/**
 * A trainable tensor of a planned network.
 *
 * @param name layer and local name, such as {@code C1.weight}; unique
 * @param offset where it begins in the canonical order, counted in values
 */
public record Parameter(String name, ParameterSpec spec, Initializer initializer, int offset) {

  /** Number of values. */
  public int size() {
    return spec.size();
  }
}
