package org.lenetlab.api.network;

import org.jspecify.annotations.Nullable;
import org.lenetlab.api.network.ParameterSpec.Role;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Shorthand;

/** The initialisers of a layer's weights, biases and subsampling coefficients. */
@Shorthand("weights")
public record Initialization(
    Initializer weights,
    @Doc("default: as the weights, where their rule covers biases, else pytorch-default")
        @Nullable Initializer biases,
    @Doc("of trainable subsampling; default: as the weights") @Nullable Initializer coefficients) {

  /** The rule for a parameter of the given role. */
  public Initializer of(Role role) {
    return switch (role) {
      case WEIGHT -> weights;
      case BIAS -> biases != null ? biases : weights.forBiases();
      case COEFFICIENT -> coefficients != null ? coefficients : weights;
    };
  }
}
