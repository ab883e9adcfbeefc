package org.lenetlab.api.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lenetlab.api.network.ParameterSpec.Role;
import org.lenetlab.api.spec.SpecException;

/**
 * Two-dimensional cross-correlation with a square kernel and a bias per output map, zero padding,
 * and an optional connection table:
 *
 * <p>y[o,r,c] = b[o] + Σ over linked i, and u, v: w[o,i,u,v] · x[i, r·stride + u − padding,
 * c·stride + v − padding]
 *
 * <p>Parameters: {@code weight} [outputs, inputs, kernel, kernel], or with a table [links, kernel,
 * kernel] in the order of output map, then input map; {@code bias} [outputs].
 */
public record Convolution(
    Shape input, int kernel, int stride, int padding, ConnectionTable connections) implements Op {

  public Convolution {
    SpecException.require(kernel > 0, "kernel", "expected a kernel size of at least 1");
    SpecException.require(stride > 0, "stride", "expected a stride of at least 1");
    SpecException.require(padding >= 0, "padding", "expected a padding of at least 0");
    SpecException.require(
        connections.inputs() == input.channels(),
        "connections",
        "the table has " + connections.inputs() + " input maps, the input " + input.channels());
    SpecException.require(
        kernel <= input.height() + 2 * padding && kernel <= input.width() + 2 * padding,
        "kernel",
        "a "
            + kernel
            + "×"
            + kernel
            + " kernel is larger than its input of "
            + input
            + (padding > 0 ? " with padding " + padding : ""));
  }

  /** The number of output maps. */
  public int maps() {
    return connections.outputs();
  }

  /** The number of values of one output map's kernel for one input map. */
  public int kernelArea() {
    return kernel * kernel;
  }

  @Override
  public Shape output() {
    return new Shape(maps(), extent(input.height()), extent(input.width()));
  }

  private int extent(int size) {
    return (size - kernel + 2 * padding) / stride + 1;
  }

  @Override
  public List<ParameterSpec> parameters() {
    List<Integer> fanIns = new ArrayList<>();
    List<Integer> linkFanIns = new ArrayList<>();
    for (int o = 0; o < maps(); o++) {
      int sources = connections.sources(o).length;
      fanIns.add(sources * kernelArea());
      linkFanIns.addAll(Collections.nCopies(sources, sources * kernelArea()));
    }
    double fanOut = (double) connections.links() * kernelArea() / input.channels();
    List<Integer> weightShape =
        connections.isFull()
            ? List.of(maps(), input.channels(), kernel, kernel)
            : List.of(connections.links(), kernel, kernel);
    return List.of(
        new ParameterSpec(
            "weight", Role.WEIGHT, weightShape, connections.isFull() ? fanIns : linkFanIns, fanOut),
        new ParameterSpec("bias", Role.BIAS, List.of(maps()), fanIns, fanOut));
  }

  @Override
  public long connectionCount() {
    return (long) output().plane() * (connections.links() * kernelArea() + maps());
  }

  @Override
  public long flops() {
    return 2L * output().plane() * connections.links() * kernelArea();
  }
}
