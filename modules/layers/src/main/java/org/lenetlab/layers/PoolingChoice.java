package org.lenetlab.layers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.LayerSpec;
import org.lenetlab.api.network.Pooling;

/** How the templates halve their maps. */
enum PoolingChoice {
  AVERAGE,
  MAX,
  SUBSAMPLE;

  /**
   * The layer that halves rows and columns.
   *
   * @param squashing follows subsampling only
   */
  LayerSpec layer(String name, @Nullable Activation squashing) {
    return switch (this) {
      case AVERAGE -> new PoolLayer(name, Pooling.Kind.AVERAGE, 2, null, null);
      case MAX -> new PoolLayer(name, Pooling.Kind.MAX, 2, null, null);
      case SUBSAMPLE -> new SubsampleLayer(name, 2, List.of(), squashing);
    };
  }
}
