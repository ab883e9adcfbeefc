package org.lenetlab.layers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.Dense;
import org.lenetlab.api.network.LayerSpec;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Range;
import org.lenetlab.api.spec.Shorthand;

/** {@code dense}: a fully connected layer; maps are flattened by channel, row, column. */
@Shorthand("units")
@Doc("fully connected layer; maps are flattened by channel, row, column")
record DenseLayer(
    @Doc("its name in tables and parameter names") @Nullable String name,
    @Doc("number of units") @Range(min = 1) int units,
    @Doc("applied to the output; default: none") @Nullable Activation activation)
    implements LayerSpec {

  @Override
  public List<Op> lower(Shape input) {
    return Activated.ops(activation, new Dense(input, units));
  }
}
