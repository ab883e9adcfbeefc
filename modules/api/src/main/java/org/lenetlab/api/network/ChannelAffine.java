package org.lenetlab.api.network;

import java.util.Collections;
import java.util.List;
import org.lenetlab.api.network.ParameterSpec.Role;
import org.lenetlab.api.spec.SpecException;

/**
 * A trainable coefficient and bias per output channel, the second half of LeNet's subsampling: y[o]
 * = coefficient[o] · x[sources[o]] + bias[o]. Several outputs may share a source, as in LeNet-4.
 *
 * <p>Parameters: {@code coefficient} [outputs], {@code bias} [outputs].
 *
 * @param sources the input channel of each output channel
 * @param window the number of summed inputs behind each value (4 for 2×2 subsampling): the fan-in
 *     for initialisation and for counting connections as the paper does
 */
public record ChannelAffine(Shape input, List<Integer> sources, int window) implements Op {

  public ChannelAffine {
    sources = List.copyOf(sources);
    SpecException.require(!sources.isEmpty(), "sources", "expected at least one source channel");
    for (int source : sources) {
      SpecException.require(
          source >= 0 && source < input.channels(),
          "sources",
          "source channel " + source + " does not exist: the input has " + input.channels());
    }
    SpecException.require(window > 0, "window", "expected a window of at least 1");
  }

  @Override
  public Shape output() {
    return new Shape(sources.size(), input.height(), input.width());
  }

  @Override
  public List<ParameterSpec> parameters() {
    List<Integer> shape = List.of(sources.size());
    List<Integer> fanIns = Collections.nCopies(sources.size(), window);
    double fanOut = (double) sources.size() / input.channels();
    return List.of(
        new ParameterSpec("coefficient", Role.COEFFICIENT, shape, fanIns, fanOut),
        new ParameterSpec("bias", Role.BIAS, shape, fanIns, fanOut));
  }

  @Override
  public long connectionCount() {
    return (long) output().size() * (window + 1);
  }

  @Override
  public long flops() {
    return 2L * output().size();
  }
}
