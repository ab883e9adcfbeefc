package org.lenetlab.app.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.app.Lenet;
import org.lenetlab.app.cli.ExitCode;

final class ReproduceCommandTest {
  private static final String DEMO =
      """
      name: demo
      about: A linear classifier
      dataset: {name: synthetic-digits, training: 200, test: 100}
      architecture: {name: mlp, units: []}
      optimizer: {name: sgd, learning-rate: 0.1}
      training: {epochs: 1, batch-size: 20}
      seed: 3
      repeats: 5
      expect:
        - {metric: test-accuracy, value: 50, within: 50, source: a book}
        - {count: parameters, value: 7850, source: a book, erratum: it says 7840 elsewhere}
      """;

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name + ".yaml"), text.replace("demo", name));
  }

  private Lenet reproduce(Object... arguments) {
    List<String> words = new ArrayList<>(List.of("reproduce"));
    for (Object argument : arguments) {
      words.add(argument.toString());
    }
    words.addAll(List.of("--results", folder.resolve("results").toString()));
    return Lenet.run(words.toArray(String[]::new));
  }

  @Test
  void everythingReproducedIsASuccess() throws IOException {
    Path demo = file("demo", DEMO);
    Lenet run = reproduce(demo);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(run.out())
        .startsWith("demo\n\nA linear classifier\n\nsource a book\n\n")
        .contains("test-accuracy %", "mean ± 50.00", "(5)")
        .contains("parameters [1]", "[1] Erratum: it says 7840 elsewhere")
        .contains("Train again: lenet run " + demo + " --seed 3 --set repeats=5 --again\n")
        .contains("Count again: lenet describe " + demo + "\n")
        .endsWith("1 experiment, 2 claims: reproduced 2\n");
    assertThat(run.err()).contains("seeds 3–7", "demo: 2 claims: reproduced 2");
  }

  @Test
  void figureThatIsNotReproducedHasAnExitStatusOfItsOwn() throws IOException {
    Lenet run = reproduce(file("demo", DEMO.replace("within: 50", "within: 0")));
    assertThat(run.code()).isEqualTo(ExitCode.NOT_REPRODUCED);
    assertThat(run.code().status()).isEqualTo(4);
    assertThat(run.out()).contains("not reproduced, by ", "reproduced 1 · not reproduced 1");
  }

  @Test
  void finishedRunsAreNotRepeated() throws IOException {
    Path demo = file("demo", DEMO);
    Lenet first = reproduce(demo);
    Lenet second = reproduce(demo);
    assertThat(first.err()).contains("1/1");
    assertThat(second.err()).contains("5 of 5 runs are finished already").doesNotContain("1/1");
    assertThat(second.out()).isEqualTo(first.out());
  }

  @Test
  void fewerThanFiveRunsReproduceNothing() throws IOException {
    Lenet run = reproduce(file("demo", DEMO), "--set", "repeats=2");
    assertThat(run.code()).isEqualTo(ExitCode.NOT_REPRODUCED);
    assertThat(run.out()).contains("needs 5 seeds", "--set repeats=2 ");
  }

  @Test
  void brokenDataIsToldAndStopsNoOtherExperiment() throws IOException {
    Path broken = file("broken", DEMO.replaceFirst("synthetic-digits.*}", "mnist}"));
    Path images = Files.createDirectories(folder.resolve("data/mnist"));
    for (String part : List.of("train", "t10k")) {
      Files.writeString(images.resolve(part + "-images-idx3-ubyte"), "no images");
      Files.writeString(images.resolve(part + "-labels-idx1-ubyte"), "no labels");
    }
    Lenet run = reproduce(broken, file("demo", DEMO), "--data-dir", folder.resolve("data"));
    assertThat(run.code()).isEqualTo(ExitCode.NOT_REPRODUCED);
    assertThat(run.out())
        .contains("Not trained: ", "labels-idx1-ubyte: wrong magic number")
        .endsWith("2 experiments, 4 claims: reproduced 3 · not measured 1\n");
  }

  @Test
  void missingExtensionIsToldAndStopsNoOtherExperiment() throws IOException {
    Path other = file("other", DEMO + "backend: nd4j\n");
    Lenet run = reproduce(other, file("demo", DEMO));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.NOT_REPRODUCED);
    assertThat(run.out())
        .contains("Not trained: ", "needs the extension nd4j")
        .endsWith("2 experiments, 4 claims: reproduced 3 · not measured 1\n");
  }

  @Test
  void experimentWhoseDataCannotBePlannedForIsToldToo() throws IOException {
    Files.writeString(folder.resolve("torn"), "no tensors");
    Path torn =
        file(
            "demo",
            DEMO.replaceFirst(
                "synthetic-digits.*}", "tensors, file: torn, images: [a], labels: [b]}"));
    Lenet run = reproduce(torn);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.NOT_REPRODUCED);
    assertThat(run.out()).contains("Not trained: ", "Not planned: ", "not measured 2");
  }

  @Test
  void runsThatDivergeAreTold() throws IOException {
    Lenet run = reproduce(file("demo", DEMO.replace("0.1", "1e38")));
    assertThat(run.code()).isEqualTo(ExitCode.NOT_REPRODUCED);
    assertThat(run.out())
        .contains("Seed 3 failed: ", "Seed 7 failed: ")
        .endsWith("reproduced 1 · not measured 1\n");
  }

  @Test
  void figureThatNobodyPublishedIsShownAndClaimsNothing() throws IOException {
    Lenet run = reproduce(file("demo", DEMO.replace("value: 50, within: 50, ", "")));
    assertThat(run.code()).isEqualTo(ExitCode.SUCCESS);
    assertThat(run.out()).contains("(5)", "reproduced 1 · no figure published 1");
  }

  @Test
  void untrainedChecksCountsAndLeavesNothingBehind() throws IOException {
    Lenet run = reproduce(file("demo", DEMO), "--untrained");
    assertThat(run.code()).isEqualTo(ExitCode.SUCCESS);
    assertThat(run.out()).endsWith("1 experiment, 1 claim: reproduced 1\n");
    assertThat(folder.resolve("results")).doesNotExist();

    Lenet wrong = reproduce(file("wrong", DEMO.replace("7850", "7840")), "--untrained");
    assertThat(wrong.code()).isEqualTo(ExitCode.NOT_REPRODUCED);
  }

  @Test
  void untrainedWithoutAnythingToCheckIsTheUsersMistake() throws IOException {
    String metricOnly = DEMO.substring(0, DEMO.indexOf("  - {count"));
    Lenet run = reproduce(file("demo", metricOnly), "--untrained");
    assertThat(run.code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(run.err()).contains("--untrained: every claim of these files needs training");
  }

  @Test
  void ofAFolderOnlyFilesThatClaimSomethingAreRun() throws IOException {
    file("demo", DEMO);
    file("silent", DEMO.substring(0, DEMO.indexOf("expect")));
    Lenet run = reproduce(folder, "--untrained");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(run.out()).startsWith("demo\n").endsWith("1 experiment, 1 claim: reproduced 1\n");
  }

  @Test
  void namedFileThatClaimsNothingIsTheUsersMistake() throws IOException {
    Path silent = file("silent", DEMO.substring(0, DEMO.indexOf("expect")));
    Lenet run = reproduce(silent);
    assertThat(run.code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(run.err()).contains(silent + " has no 'expect'");
  }

  @Test
  void overridesAreRepeatedInTheCommandsAsAShellWantsThem() throws IOException {
    Path demo = file("demo", DEMO);
    Lenet run = reproduce(demo, "--untrained", "--set", "optimizer={name: adam}");
    assertThat(run.out()).contains("lenet describe " + demo + " --set 'optimizer={name: adam}'\n");
  }

  @Test
  void reportGoesToAFileOnRequest() throws IOException {
    Path report = folder.resolve("reports/claims.csv");
    Lenet run = reproduce(file("demo", DEMO), "--untrained", "--format", "csv", "--out", report);
    assertThat(run.out()).isEmpty();
    assertThat(report).content().startsWith("experiment,claim,source,").contains("\r\ndemo,");
    assertThat(folder.resolve("reports").toFile().list()).containsExactly("claims.csv");
  }

  @Test
  void placesOfADocumentAreFilledAndTheRestIsLeftAlone() throws IOException {
    Path document =
        Files.writeString(
            folder.resolve("articles.md"),
            """
            Before
            <!-- begin reproduction: demo -->
            old
            <!-- end reproduction: demo -->
            <!-- begin reproduction: other -->
            kept
            <!-- end reproduction: other -->
            <!-- begin reproduction: summary -->
            <!-- end reproduction: summary -->
            """);
    Lenet run = reproduce(file("demo", DEMO), "--untrained", "--update", document);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(document)
        .content()
        .startsWith("Before\n<!-- begin reproduction: demo -->\n\nsource **a book**")
        .contains("| parameters [1] | 7850 | 7850 | exactly | reproduced |\n")
        .contains(
            "`\n\n<!-- end reproduction: demo -->\n<!-- begin reproduction: other -->\nkept\n")
        .endsWith(
            """
            <!-- begin reproduction: summary -->

            1 experiment, 1 claim: reproduced 1

            <!-- end reproduction: summary -->
            """);
    String filled = Files.readString(document);
    reproduce(folder.resolve("demo.yaml"), "--untrained", "--update", document);
    assertThat(document).hasContent(filled);
  }

  @Test
  void documentWithoutPlacesIsRefusedBeforeAnythingIsTrained() throws IOException {
    Path demo = file("demo", DEMO);
    Path open =
        Files.writeString(folder.resolve("open.md"), "x\n<!-- begin reproduction: demo -->\n");
    Path empty = Files.writeString(folder.resolve("empty.md"), "x\n");
    Lenet unclosed = reproduce(demo, "--update", open);
    assertThat(unclosed.code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(unclosed.err())
        .contains(open + ":2: expected a line '<!-- end reproduction: demo -->' below");
    assertThat(reproduce(demo, "--update", empty).err())
        .contains("has no line such as '<!-- begin reproduction: simoniu -->'");
    assertThat(reproduce(demo, "--update", folder.resolve("no.md")).err())
        .contains("there is no file ");
    assertThat(folder.resolve("results")).doesNotExist();
  }

  @Test
  void experimentWithoutAPlaceInTheDocumentIsTold() throws IOException {
    Path document =
        Files.writeString(
            folder.resolve("other.md"),
            "<!-- begin reproduction: summary -->\n<!-- end reproduction: summary -->\n");
    Lenet run = reproduce(file("demo", DEMO), "--untrained", "--update", document);
    assertThat(run.err()).contains(document + " has no place for demo");
  }
}
