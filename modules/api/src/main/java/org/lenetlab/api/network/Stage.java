package org.lenetlab.api.network;

import java.util.List;

/**
 * An op at its place in a planned network.
 *
 * @param layer the name of the layer that it belongs to
 * @param parameters the op's tensors, in the order of {@link Op#parameters()}
 */
public record Stage(String layer, Op op, List<Parameter> parameters) {

  public Stage {
    parameters = List.copyOf(parameters);
  }
}
