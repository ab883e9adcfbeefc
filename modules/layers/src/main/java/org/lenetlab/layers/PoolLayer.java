package org.lenetlab.layers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.LayerSpec;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Pooling;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Range;
import org.lenetlab.api.spec.Shorthand;

/** {@code pool}: average, maximum or sum over square windows. */
@Shorthand("kind")
@Doc("average, maximum or sum over square windows")
record PoolLayer(
    @Doc("its name in tables") @Nullable String name,
    @Doc("average, max or sum") Pooling.Kind kind,
    @Doc("width and height of the window") @Default("2") @Range(min = 1) int window,
    @Doc("pixels between neighbouring windows; default: the window, so that they do not overlap")
        @Range(min = 1)
        @Nullable Integer stride,
    @Doc("applied to the output; default: none") @Nullable Activation activation)
    implements LayerSpec {

  @Override
  public List<Op> lower(Shape input) {
    int step = stride != null ? stride : window;
    return Activated.ops(activation, new Pooling(input, kind, window, step));
  }
}
