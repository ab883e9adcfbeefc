package org.lenetlab.layers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.ConnectionTable;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.LayerSpec;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Range;
import org.lenetlab.api.spec.SpecException;

/** {@code conv}: a convolution with a square kernel and a bias per output map. */
@Doc("convolution with a square kernel and a bias per output map")
record ConvLayer(
    @Doc("its name in tables and parameter names") @Nullable String name,
    @Doc("number of output maps") @Range(min = 1) int maps,
    @Doc("width and height of the kernel") @Range(min = 1) int kernel,
    @Doc("pixels between neighbouring kernel positions") @Default("1") @Range(min = 1) int stride,
    @Doc("zeros added on every side") @Default("0") @Range(min = 0) int padding,
    @Doc("which input maps each output map sees") @Default("full") Connections connections,
    @Doc("applied to the output; default: none") @Nullable Activation activation)
    implements LayerSpec {

  ConvLayer {
    SpecException.require(maps >= 1, "maps", "expected at least 1 map");
  }

  @Override
  public List<Op> lower(Shape input) {
    ConnectionTable table;
    try {
      table = connections.table(input.channels(), maps);
    } catch (SpecException e) {
      throw e.under("connections");
    }
    return Activated.ops(activation, new Convolution(input, kernel, stride, padding, table));
  }
}
