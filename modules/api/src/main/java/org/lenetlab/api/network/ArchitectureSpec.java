package org.lenetlab.api.network;

import java.util.List;

/**
 * A network as the experiment file declares it: a template with knobs, or a list of layers. Open:
 * plugins add records.
 */
public interface ArchitectureSpec {

  /**
   * The layers, the last of which has one output per class.
   *
   * @throws org.lenetlab.api.spec.SpecException if the knobs do not fit each other; paths are
   *     relative to the architecture
   */
  List<LayerSpec> layers(Shape input, int classes);

  /**
   * Where in the file the layer at {@code index} of {@link #layers} is declared, relative to the
   * architecture; empty where a template makes it.
   */
  default String path(int index) {
    return "";
  }

  /** A remark shown wherever this architecture's counts are shown; empty for none. */
  default String remark() {
    return "";
  }
}
