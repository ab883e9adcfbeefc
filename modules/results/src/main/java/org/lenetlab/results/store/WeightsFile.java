package org.lenetlab.results.store;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Parameter;
import org.lenetlab.safetensors.Safetensors;
import org.lenetlab.safetensors.Tensor;

/** A network's parameters, or a vector of one value for each, as named tensors in a file. */
final class WeightsFile {
  private WeightsFile() {}

  /**
   * @param vector in canonical order
   */
  static void write(Path file, Network network, float[] vector, Map<String, String> metadata) {
    List<Tensor> tensors =
        network.parameters().stream().map(parameter -> tensor(parameter, vector)).toList();
    AtomicFile.write(file, out -> new Safetensors(metadata, tensors).writeTo(out));
  }

  private static Tensor tensor(Parameter parameter, float[] vector) {
    int from = parameter.offset();
    float[] values = Arrays.copyOfRange(vector, from, from + parameter.size());
    return Tensor.ofFloats(parameter.name(), parameter.spec().shape(), values);
  }
}
