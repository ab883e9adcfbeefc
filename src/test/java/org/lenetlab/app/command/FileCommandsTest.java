package org.lenetlab.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.app.Lenet;
import org.lenetlab.app.cli.ExitCode;

/** The commands about experiment files, as a user meets them. */
final class FileCommandsTest {
  private static final String FILE =
      """
      name: digits
      dataset: mnist
      architecture: {name: mlp, units: [10]}
      optimizer: {name: momentum, learning-rate: 0.1}
      training: {epochs: 2, batch-size: 64}
      """;

  @TempDir private Path folder;

  @Test
  void checkShowsShapesWorkAndTime() throws IOException {
    Lenet check = Lenet.run("check", file("fine.yaml", FILE));
    assertThat(check.code()).isEqualTo(ExitCode.SUCCESS);
    assertThat(check.err()).isEmpty();
    assertThat(check.out())
        .contains("fine.yaml: fine")
        .contains("1@28×28 → F1 10 → output 10")
        .contains("7,960 parameters, 7,960 connections")
        .contains("MNIST: 60,000 images in 938 steps of 64, 2 epochs, 1 run")
        .containsPattern("about .+ on \\S+, at [0-9,]+ images/s");
  }

  @Test
  void checkReportsEveryFile() throws IOException {
    Lenet check =
        Lenet.run(
            "check",
            "--quick",
            file("fine.yaml", FILE),
            file("one.yaml", FILE.replace("mnist", "mnits")),
            file("two.yaml", FILE.replace("epochs: 2", "epochs: 0")));
    assertThat(check.code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(check.out()).contains("fine.yaml: fine", "2 of 3 files are wrong");
    assertThat(check.err())
        .contains("one.yaml:2:10", "did you mean 'mnist'?")
        .contains("two.yaml:5:20", "epochs must be a whole number of at least 1, not 0");
  }

  @Test
  void checkReadsTheInitialWeights() throws IOException {
    String weights = FILE.replace("units: [10]", "units: [10], weights: own.safetensors");
    String file = file("weights.yaml", weights);
    assertThat(Lenet.run("check", "--quick", file).err())
        .contains("own.safetensors: no such file", "weights.yaml:3:49");
    file("own.safetensors", "junk");
    assertThat(Lenet.run("check", "--quick", file).code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(Lenet.run("describe", file).code()).isEqualTo(ExitCode.SUCCESS);
  }

  @Test
  void aNameWithoutFolderAndEndingLeadsToTheFile() throws IOException {
    assertThat(Lenet.run("check", "quickstart").err())
        .contains("did you mean experiments/quickstart.yaml?");
    assertThat(Lenet.run("check", "sweep-digits.yaml").err())
        .contains("did you mean experiments/sweeps/sweep-digits.yaml?");
    String fine = file("fine.yaml", FILE);
    assertThat(Lenet.run("check", fine.replace(".yaml", "")).err())
        .contains("did you mean " + fine + "?");
  }

  @Test
  void aFolderIsNoExperimentFile() {
    assertThat(Lenet.run("check", folder.toString()).err())
        .contains("error: " + folder + " is a folder")
        .doesNotContain("Exception");
  }

  @Test
  void showPrintsWhatCanBeReadAgain() throws IOException {
    String fine = file("fine.yaml", FILE);
    Lenet show = Lenet.run("show", fine, "--set", "optimizer=sgd");
    assertThat(show.err()).isEmpty();
    assertThat(show.out())
        .contains("optimizer:\n  name: sgd\n  weight-decay: 0\n  learning-rate: 0.1\n");
    Lenet again = Lenet.run("show", file("resolved.yaml", show.out()));
    assertThat(again.out()).isEqualTo(show.out());
  }

  @Test
  void showNamesWhatAnotherKindHasNoUseFor() throws IOException {
    String fine = file("fine.yaml", FILE.replace("momentum,", "momentum, nesterov: true,"));
    assertThat(Lenet.run("show", fine, "--set", "optimizer=sgd").err())
        .contains("note: sgd has no nesterov: left out");
  }

  @Test
  void schemaIsJsonThatNamesTheKinds() {
    assertThat(Lenet.run("schema").out())
        .startsWith("{")
        .contains("https://json-schema.org/draft/2020-12/schema", "\"lenet5-modern\"");
  }

  @Test
  void listTellsKeysWithTheirDefaults() {
    Lenet list = Lenet.run("list", "activations");
    assertThat(list.out())
        .startsWith("activations\n")
        .contains("leaky-relu")
        .contains("slope: 0.01  the slope for negative values")
        .doesNotContain("optimizers");
    assertThat(Lenet.run("list", "activation").out()).isEqualTo(list.out());
    assertThat(Lenet.run("list").out()).contains("datasets\n", "layers\n", "optimizers\n");
  }

  @Test
  void listSuggestsTheCategoryThatWasMeant() {
    Lenet list = Lenet.run("list", "activatoins");
    assertThat(list.code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(list.err()).contains("did you mean 'activations'?");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
