package org.lenetlab.layers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.network.Dropout;
import org.lenetlab.api.network.LayerSpec;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Range;
import org.lenetlab.api.spec.Shorthand;

/** {@code dropout}: zeroes values at random while training. */
@Shorthand("rate")
@Doc("zeroes values at random while training and scales up the others")
record DropoutLayer(
    @Doc("its name in tables, the key of its random numbers") @Nullable String name,
    @Doc("the probability that a value is zeroed") @Range(min = 0, below = 1) double rate)
    implements LayerSpec {

  @Override
  public List<Op> lower(Shape input) {
    return List.of(new Dropout(input, rate));
  }
}
