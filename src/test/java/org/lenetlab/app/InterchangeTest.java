package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.Examples;
import org.lenetlab.api.data.Images;
import org.lenetlab.api.data.Transform;
import org.lenetlab.api.experiment.InitialWeights;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.trained.RunFinder;
import org.lenetlab.app.trained.TrainedRun;
import org.lenetlab.app.trained.TrainedRuns;
import org.lenetlab.app.trained.WeightsReader;

/** Networks that were trained on published images leave for other programs and come back. */
final class InterchangeTest {
  private static final int IMAGES = 1000;

  @TempDir private Path folder;

  @BeforeEach
  void dataIsThere() {
    Assumptions.assumeTrue(
        System.getenv("LENET_DATA") != null, "LENET_DATA is not set: real data is not tested");
  }

  /** ONNX Runtime has the model; the reference has the parameters that came back. */
  @ParameterizedTest
  @ValueSource(strings = {"articles/d2l", "articles/simoniu", "articles/paddle", "lenet5-classic"})
  void trainedNetworkAnswersTestImagesAlikeAfterTheRoundTrip(String experiment) throws IOException {
    TrainedRun run = trained(experiment);
    Path tensors = folder.resolve("lenet.safetensors");
    export("--as", "safetensors", "--name", "C1=conv1", "--to", tensors.toString());
    InitialWeights weights = new InitialWeights(tensors.toString(), Map.of("C1", "conv1"));
    float[] back = WeightsReader.read(tensors, weights, run.network());
    assertThat(back).isEqualTo(run.parameters());

    Path model = folder.resolve("lenet.onnx");
    export("--to", model.toString());
    ExportedNetworks.assertSame(
        Files.readAllBytes(model), run.network(), back, run.experiment().loss(), testImages(run));
  }

  private TrainedRun trained(String experiment) {
    Lenet run =
        lenet(
            Stream.of(
                "run",
                "experiments/" + experiment + ".yaml",
                "--set",
                "repeats=1",
                "--set",
                "training.epochs=1",
                "--set",
                "dataset.limit=3000",
                "--set",
                "~expect"));
    assertThat(run.out()).contains("test accuracy");
    Path results = folder.resolve("results");
    return Wiring.get(TrainedRuns.class).open(new RunFinder(results).find(name(experiment)));
  }

  private static String name(String experiment) {
    return experiment.substring(experiment.indexOf('/') + 1);
  }

  private void export(String... more) throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("results"))) {
      String run = runs.findFirst().orElseThrow().getFileName().toString();
      lenet(Stream.concat(Stream.of("export", run), Stream.of(more)));
    }
  }

  private Lenet lenet(Stream<String> words) {
    Stream<String> results = Stream.of("--results", folder.resolve("results").toString());
    Lenet lenet = Lenet.run(Stream.concat(words, results).toArray(String[]::new));
    assertThat(lenet.code()).as(lenet.err()).isEqualTo(ExitCode.SUCCESS);
    return lenet;
  }

  private Batch testImages(TrainedRun run) {
    DataAccess access =
        new DataAccess(
            List.of(Path.of(System.getenv("LENET_DATA"))), folder, null, folder, true, _ -> {});
    Examples test = run.experiment().dataset().source().load(access).test();
    Images images = test.images();
    for (Transform transform : run.experiment().dataset().transform()) {
      images = transform.apply(images);
    }
    Batch batch = new Batch(IMAGES, run.network().input().size());
    for (int i = 0; i < IMAGES; i++) {
      images.values(i, batch.images(), i * batch.imageSize());
      batch.labels()[i] = test.label(i);
    }
    batch.begin(IMAGES, 0);
    return batch;
  }
}
