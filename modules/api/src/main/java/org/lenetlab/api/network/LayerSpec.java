package org.lenetlab.api.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A layer as the experiment file declares it. Open: a plugin adds a record and registers its name.
 * Its one job is to lower itself to ops.
 */
public interface LayerSpec {

  /**
   * The ops of this layer for one image of shape {@code input}, each op taking its predecessor's
   * output.
   *
   * @throws org.lenetlab.api.spec.SpecException if the layer cannot take this input; paths are
   *     relative to the layer
   */
  List<Op> lower(Shape input);

  /**
   * The layer's name in tables, per-layer settings and parameter names; null to be numbered by
   * kind. A record with a component {@code @Nullable String name} implements it.
   */
  default @Nullable String name() {
    return null;
  }
}
