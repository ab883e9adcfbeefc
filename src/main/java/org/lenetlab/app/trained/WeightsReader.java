package org.lenetlab.app.trained;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lenetlab.api.experiment.InitialWeights;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Parameter;
import org.lenetlab.api.spec.Problem;
import org.lenetlab.api.spec.SpecException;
import org.lenetlab.safetensors.Safetensors;
import org.lenetlab.safetensors.SafetensorsException;
import org.lenetlab.safetensors.Tensor;

/** Reads the parameters of a network from a file. */
public final class WeightsReader {
  private WeightsReader() {}

  /**
   * All parameters of {@code network} in canonical order.
   *
   * @throws SpecException with all tensors that are missing or of another shape; paths are relative
   *     to the architecture
   */
  public static float[] read(Path file, InitialWeights weights, Network network) {
    Safetensors tensors = open(file);
    float[] values = new float[network.parameterCount()];
    List<Problem> problems = new ArrayList<>();
    for (String layer : weights.names().keySet()) {
      if (network.layers().stream().noneMatch(l -> l.name().equals(layer))) {
        problems.add(new Problem("weights/names/" + layer, "there is no layer " + layer));
      }
    }
    for (Parameter parameter : network.parameters()) {
      try {
        Tensor tensor = tensors.get(weights.nameOf(parameter));
        if (tensor.shape().equals(parameter.spec().shape())) {
          System.arraycopy(tensor.floats(), 0, values, parameter.offset(), parameter.size());
        } else {
          problems.add(
              new Problem(
                  "weights",
                  "%s is %s in the file, expected %s"
                      .formatted(parameter.name(), tensor.shape(), parameter.spec().shape())));
        }
      } catch (SafetensorsException e) {
        problems.add(new Problem("weights", parameter.name() + ": " + e.getMessage()));
      }
    }
    if (!problems.isEmpty()) {
      throw new SpecException(problems);
    }
    return values;
  }

  private static Safetensors open(Path file) {
    try {
      return Safetensors.read(file);
    } catch (SafetensorsException e) {
      throw new SpecException("weights/file", String.valueOf(e.getMessage()));
    }
  }
}
