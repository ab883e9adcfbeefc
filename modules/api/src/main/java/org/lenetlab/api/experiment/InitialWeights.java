package org.lenetlab.api.experiment;

import java.util.Map;
import org.lenetlab.api.network.Parameter;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Shorthand;

/** {@code weights} of an architecture: training starts from stored parameters. */
@Shorthand("file")
@Doc("starts from the parameters in a file instead of drawing them")
public record InitialWeights(
    @Doc("a safetensors file, relative to the experiment file") String file,
    @Default("{}") @Doc("what the file calls our layers, such as {C1: conv1}; default: as we do")
        Map<String, String> names) {

  public InitialWeights {
    names = Map.copyOf(names);
  }

  /** What the file calls a parameter: {@code conv1.weight} for our {@code C1.weight}. */
  public String nameOf(Parameter parameter) {
    String name = parameter.name();
    int dot = name.lastIndexOf('.');
    String layer = name.substring(0, dot);
    return names.getOrDefault(layer, layer) + name.substring(dot);
  }
}
