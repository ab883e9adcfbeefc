package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.api.experiment.InitialWeights;
import org.lenetlab.api.network.Network;
import org.lenetlab.app.config.ExperimentReader;
import org.lenetlab.app.trained.WeightsReader;
import org.lenetlab.backend.reference.ReferenceBackend;
import org.lenetlab.safetensors.Safetensors;
import org.lenetlab.safetensors.Tensor;

/**
 * The weights of the articles' networks under the names that PyTorch gives them, loaded through
 * {@code architecture.weights}, compute what PyTorch computes.
 */
final class PytorchWeightsTest {
  private static final int IMAGE_STREAM = 99;

  @TempDir private Path folder;

  private static JsonNode recorded(String article) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            PytorchWeightsTest.class.getResourceAsStream("pytorch-outputs.json"))) {
      return new JsonMapper().readTree(in).get(article);
    }
  }

  /** The formula of pytorch_outputs.py. */
  private static float[] formula(int count, int stream, double divisor) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (((i * 7919L + stream * 104729L) % 2003 - 1001) / 1001.0 / divisor);
    }
    return values;
  }

  private void writeTensors(JsonNode shapes) throws IOException {
    List<Tensor> tensors = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : shapes.properties()) {
      List<Integer> shape = new ArrayList<>();
      entry.getValue().forEach(size -> shape.add(size.intValue()));
      int count = shape.stream().reduce(1, Math::multiplyExact);
      int fanIn = shape.size() > 1 ? count / shape.getFirst() : 1;
      float[] values = formula(count, tensors.size(), Math.sqrt(fanIn));
      tensors.add(Tensor.ofFloats(entry.getKey(), shape, values));
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve("state.safetensors"))) {
      new Safetensors(Map.of(), tensors).writeTo(out);
    }
  }

  private Experiment experiment(String article, String names) {
    Path file = folder.resolve("state.safetensors");
    return Wiring.get(ExperimentReader.class)
        .read(
            Path.of("experiments/articles/" + article + ".yaml"),
            List.of("architecture.weights={file: '%s', names: %s}".formatted(file, names)))
        .experiment();
  }

  private static Network network(Experiment experiment) {
    Path none = Path.of("none");
    DataAccess noData = new DataAccess(List.of(), none, null, none, true, progress -> {});
    DatasetInfo info = experiment.dataset().source().info(noData);
    return experiment
        .architecture()
        .plan(experiment.dataset().preparedShape(info.shape()), info.classes().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"d2l", "simoniu", "coting", "rgb", "paddle"})
  void stateDictOfAnArticleComputesWhatPytorchComputes(String article) throws IOException {
    JsonNode recorded = recorded(article);
    writeTensors(recorded.get("tensors"));
    Experiment experiment = experiment(article, recorded.get("names").toString());
    Network network = network(experiment);
    InitialWeights weights = Objects.requireNonNull(experiment.architecture().weights());
    float[] parameters = WeightsReader.read(Path.of(weights.file()), weights, network);

    Batch batch = new Batch(1, network.input().size());
    float[] image = formula(network.input().size(), IMAGE_STREAM, 1);
    System.arraycopy(image, 0, batch.images(), 0, image.length);
    batch.begin(1, 0);
    float[] outputs = new float[network.classes()];
    try (Program program = new ReferenceBackend().compile(network, experiment.loss(), 1, 1)) {
      program.setParameters(parameters);
      program.forward(batch, outputs);
    }
    for (int i = 0; i < outputs.length; i++) {
      assertThat((double) outputs[i])
          .isCloseTo(recorded.get("outputs").get(i).doubleValue(), within(1e-5));
    }
  }

  @Test
  void trainingStartsFromThem() throws IOException {
    JsonNode recorded = recorded("coting");
    writeTensors(recorded.get("tensors"));
    Path file =
        Files.writeString(
            folder.resolve("start.yaml"),
            """
            extends: %s
            name: start
            dataset: {name: synthetic-digits, training: 40, test: 20}
            architecture: {weights: {file: state.safetensors, names: %s}}
            training: {epochs: 1}
            repeats: 1
            """
                .formatted(
                    Path.of("experiments/articles/coting.yaml").toAbsolutePath(),
                    recorded.get("names")));
    Lenet run =
        Lenet.run(
            "run",
            file.toString(),
            "--set",
            "~expect",
            "--set",
            "optimizer.learning-rate=1e-9",
            "--set",
            "training.batch-size=20",
            "--results",
            folder.resolve("results").toString());
    assertThat(run.err()).isEmpty();
    Lenet export =
        Lenet.run(
            "export",
            "start",
            "--as",
            "safetensors",
            "--name",
            "C1=conv1",
            "--to",
            folder.resolve("back.safetensors").toString(),
            "--results",
            folder.resolve("results").toString());
    assertThat(export.err()).isEmpty();
    float[] start =
        Safetensors.read(folder.resolve("state.safetensors")).get("conv1.weight").floats();
    float[] end = Safetensors.read(folder.resolve("back.safetensors")).get("conv1.weight").floats();
    for (int i = 0; i < start.length; i++) {
      assertThat(end[i]).isCloseTo(start[i], within(1e-5f));
    }
  }
}
