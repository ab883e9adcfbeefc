package org.lenetlab.app.export;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lenetlab.api.experiment.InitialWeights;
import org.lenetlab.api.network.Parameter;
import org.lenetlab.app.trained.TrainedRun;
import org.lenetlab.safetensors.Safetensors;
import org.lenetlab.safetensors.Tensor;

/** A run's parameters as tensors, called as another program calls them. */
final class SafetensorsExport {
  private SafetensorsExport() {}

  static Export of(TrainedRun run, Map<String, String> names) {
    InitialWeights naming = new InitialWeights("", names);
    List<Tensor> tensors =
        run.network().parameters().stream()
            .map(parameter -> tensor(parameter, naming.nameOf(parameter), run.parameters()))
            .toList();
    Map<String, String> metadata =
        Map.of("experiment", run.record().experiment(), "run", run.record().hash());
    String list = tensors.stream().map(Tensor::toString).collect(Collectors.joining(", "));
    return new Export(
        out -> new Safetensors(metadata, tensors).writeTo(out), List.of("tensors " + list));
  }

  private static Tensor tensor(Parameter parameter, String name, float[] parameters) {
    int from = parameter.offset();
    float[] values = Arrays.copyOfRange(parameters, from, from + parameter.size());
    return Tensor.ofFloats(name, parameter.spec().shape(), values);
  }
}
