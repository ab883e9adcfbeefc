package org.lenetlab.layers;

import java.util.List;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.Elementwise;
import org.lenetlab.api.network.LayerSpec;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Shorthand;

/** {@code activation}: a function applied to every value. */
@Shorthand("function")
@Doc("a function applied to every value")
record ActivationLayer(@Doc("which function") Activation function) implements LayerSpec {

  @Override
  public List<Op> lower(Shape input) {
    return List.of(new Elementwise(input, function));
  }
}
