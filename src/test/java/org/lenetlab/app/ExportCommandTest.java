package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Shape;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.config.ExperimentReader;
import org.lenetlab.app.trained.RunFinder;
import org.lenetlab.app.trained.TrainedRun;
import org.lenetlab.app.trained.TrainedRuns;
import org.lenetlab.onnx.OnnxModel;
import org.lenetlab.onnx.OnnxModel.Description;
import org.lenetlab.safetensors.Safetensors;
import org.lenetlab.safetensors.Tensor;
import org.lenetlab.testkit.Batches;

final class ExportCommandTest {
  @TempDir private static Path folder;
  private static String results = "";

  @BeforeAll
  static void runs() throws IOException {
    Path parent = Path.of("experiments", "lenet5-classic.yaml").toAbsolutePath();
    Path file = folder.resolve("small-classic.yaml");
    Files.writeString(
        file,
        """
        name: small-classic
        extends: %s
        dataset: {name: synthetic-digits, training: 30, test: 20}
        training: {epochs: 1}
        optimizer: {name: sgd, learning-rate: 0.001}
        repeats: 2
        """
            .formatted(parent));
    results = folder.resolve("results").toString();
    Lenet run = Lenet.run("run", file.toString(), "--results", results, "--set", "~expect");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> runs = Files.list(Path.of(results, "small-classic"))) {
      return runs.sorted().toList();
    }
  }

  private static String id() throws IOException {
    return folders().getFirst().getFileName().toString();
  }

  private static Lenet export(String run, String... more) {
    return Lenet.run(
        Stream.concat(Stream.of("export", run, "--results", results), Stream.of(more))
            .toArray(String[]::new));
  }

  static List<Path> experiments() throws IOException {
    return ExperimentFilesTest.files();
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void onnxRuntimeComputesWhatEveryExperimentsNetworkComputes(Path file) {
    Experiment experiment = Wiring.get(ExperimentReader.class).read(file, List.of()).experiment();
    Path none = Path.of("none");
    DatasetInfo info =
        experiment
            .dataset()
            .source()
            .info(new DataAccess(List.of(), none, null, none, true, progress -> {}));
    Shape shape = experiment.dataset().preparedShape(info.shape());
    Network network = experiment.architecture().plan(shape, info.classes().size());
    float[] parameters = network.initialParameters(1);
    byte[] model =
        OnnxModel.of(network, parameters, new Description(experiment.name(), "", "", Map.of()));
    ExportedNetworks.assertSame(
        model, network, parameters, experiment.loss(), Batches.random(network, 20, 1));
  }

  @Test
  void exportedRunComputesWhatTheRunComputes() throws IOException {
    Path file = folder.resolve("classic.onnx");
    Lenet export = export(id(), "--to", file.toString());
    assertThat(export.code()).as(export.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(export.out())
        .startsWith("written to " + file)
        .contains("input float32 [batch, 1, 32, 32]: images of synthetic digits")
        .contains("{\"pad\":")
        .contains("scores float32 [batch, 10]: the largest is the class; the negative distances")
        .contains("distances float32 [batch, 10]: to the RBF targets; the smallest is the class");
    TrainedRun run = Wiring.get(TrainedRuns.class).open(new RunFinder(Path.of(results)).find(id()));
    ExportedNetworks.assertSame(
        Files.readAllBytes(file),
        run.network(),
        run.parameters(),
        run.experiment().loss(),
        Batches.random(run.network(), 20, 2));
  }

  @Test
  void runIsNamedByIdPrefixOrFolder() throws IOException {
    String file = folder.resolve("named.onnx").toString();
    for (String name : List.of(id(), id().substring(0, 11), folders().getFirst().toString())) {
      assertThat(export(name, "--to", file).code()).as(name).isEqualTo(ExitCode.SUCCESS);
    }
  }

  @Test
  void runsOfOneExperimentAreToldApartByWhatWasTried(@TempDir Path other) {
    for (String rate : List.of("0.001", "0.002")) {
      Lenet.run(
          "run",
          folder.resolve("small-classic.yaml").toString(),
          "--results",
          other.toString(),
          "--set",
          "~expect",
          "--set",
          "repeats=1",
          "--set",
          "optimizer.learning-rate=" + rate);
    }
    assertThat(Lenet.run("export", "small-classic", "--results", other.toString()).err())
        .contains(", learning rate 0.001\n", ", learning rate 0.002\n");
  }

  @Test
  void unclearNamesAreAnsweredWithWhatIsThere() throws IOException {
    assertThat(export("small-classic").err())
        .contains("'small-classic' is more than one run; name one of them by its id:")
        .contains(id() + " small-classic, seed ");
    assertThat(export("small-clasic").err()).contains("did you mean 'small-classic'?");
    assertThat(export("zzz").err())
        .contains("there is no run 'zzz' in " + results)
        .contains("the last ones are\n  ");
    assertThat(export("").code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(Lenet.run("export", "a", "--results", "nowhere").err())
        .contains("there is no folder of results nowhere");
    assertThat(Lenet.run("export", folder.resolve("results/none").toString()).err())
        .contains("there is no folder ");
  }

  @Test
  void unfinishedRunIsRefused(@TempDir Path other) throws IOException {
    Path run = Files.createDirectories(other.resolve("results/tiny/0123456789ab"));
    String record = Files.readString(folders().getFirst().resolve("run.json"));
    Files.writeString(
        run.resolve("run.json"),
        record.substring(0, record.indexOf("\"outcome\"")) + "\"outcome\" : null}");
    assertThat(Lenet.run("export", run.toString()).err())
        .contains("small-classic, seed ")
        .contains("is not finished yet; lenet run goes on with it");
  }

  @Test
  void safetensorsCallLayersAsAsked() throws IOException {
    Path file = folder.resolve("classic.safetensors");
    Lenet export =
        export(
            id(),
            "--as",
            "safetensors",
            "--name",
            "C1=conv1",
            "--name",
            "F6=fc2",
            "--to",
            file.toString());
    assertThat(export.code()).as(export.err()).isEqualTo(ExitCode.SUCCESS);
    Safetensors written = Safetensors.read(file);
    Safetensors stored = Safetensors.read(folders().getFirst().resolve("weights.safetensors"));
    assertThat(written.tensors()).hasSameSizeAs(stored.tensors()).containsKey("C3.weight");
    Tensor conv1 = written.get("conv1.weight");
    assertThat(conv1.shape()).containsExactly(6, 1, 5, 5);
    assertThat(conv1.floats()).isEqualTo(stored.get("C1.weight").floats());
  }

  @Test
  void mistakesInOptionsSayWhatWasExpected() throws IOException {
    assertThat(export(id(), "--as", "onx").err())
        .contains("--as: expected one of onnx, safetensors, not 'onx'; did you mean 'onnx'?");
    assertThat(export(id(), "--as", "safetensors", "--name", "C7=conv1").err())
        .contains("--name: there is no layer C7; did you mean 'C1'?");
    assertThat(export(id(), "--as", "safetensors", "--name", "C1").err())
        .contains("--name: expected LAYER=NAME, such as C1=conv1, not 'C1'");
    assertThat(export(id(), "--name", "C1=conv1").err())
        .contains("--name: only safetensors files can call layers otherwise");
    assertThat(Lenet.run("export").err()).contains("expected one run");
  }
}
