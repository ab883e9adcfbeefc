package org.lenetlab.layers;

import java.util.List;
import org.lenetlab.api.network.ArchitectureSpec;
import org.lenetlab.api.network.LayerSpec;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.SpecException;

/** {@code layers}: a network listed layer by layer. */
@Doc("a network listed layer by layer")
record LayerList(@Doc("from the image to one output per class") List<LayerSpec> layers)
    implements ArchitectureSpec {

  LayerList {
    layers = List.copyOf(layers);
    SpecException.require(!layers.isEmpty(), "layers", "expected at least one layer");
  }

  @Override
  public List<LayerSpec> layers(Shape input, int classes) {
    return layers;
  }

  @Override
  public String path(int index) {
    return "layers/" + index;
  }
}
