package org.lenetlab.layers;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.ChannelAffine;
import org.lenetlab.api.network.LayerSpec;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Pooling;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Range;

/**
 * {@code subsample}: the trainable subsampling of LeCun et al. 1998, section II-B. Each output map
 * is f(coefficient · S + bias), S the sums over the windows of its source map.
 */
@Doc("trainable subsampling as published: f(coefficient · sum over the window + bias)")
record SubsampleLayer(
    @Doc("its name in tables and parameter names") @Nullable String name,
    @Doc("width and height of the window") @Default("2") @Range(min = 1) int window,
    @Doc("the source map of each output map, counted from 0; default: one output per input map")
        @Default("[]")
        List<Integer> sources,
    @Doc("the squashing function f; default: none") @Nullable Activation activation)
    implements LayerSpec {

  SubsampleLayer {
    sources = List.copyOf(sources);
  }

  @Override
  public List<Op> lower(Shape input) {
    Pooling sums = new Pooling(input, Pooling.Kind.SUM, window, window);
    List<Integer> maps =
        sources.isEmpty() ? IntStream.range(0, input.channels()).boxed().toList() : sources;
    return Activated.ops(activation, sums, new ChannelAffine(sums.output(), maps, window * window));
  }
}
