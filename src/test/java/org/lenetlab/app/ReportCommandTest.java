package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.app.cli.ExitCode;

final class ReportCommandTest {
  private static final String CLASSIC =
      """
      name: classic
      about: The classic <network>, small
      dataset:
        name: synthetic-digits
        training: 60
        test: 40
        transform: [{pad: 2}, {range: {from: [0, 255], to: [-0.1, 1.175]}}]
      architecture: {name: lenet5, head: rbf}
      loss: rbf-map
      optimizer: {name: sgd, learning-rate: 0.001}
      training: {epochs: 3, batch-size: 4}
      repeats: 2
      """;
  private static final String SWEEP =
      """
      name: rates
      dataset: {name: synthetic-digits, training: 60, test: 40}
      architecture: {name: mlp, units: [8]}
      optimizer: {name: sgd, learning-rate: 0.1}
      training: {epochs: 2, batch-size: 8}
      backend: reference
      """;

  @TempDir private static Path folder;
  private static Path results = Path.of("");
  private static Path pages = Path.of("");

  @BeforeAll
  static void runsAndReports() throws IOException {
    results = folder.resolve("results");
    pages = folder.resolve("pages");
    run("classic.yaml", CLASSIC);
    for (String rate : List.of("0.1", "0.2", "0.4")) {
      for (String batch : List.of("8", "16")) {
        run(
            "rates.yaml",
            SWEEP,
            "--set",
            "optimizer.learning-rate=" + rate,
            "--set",
            "training.batch-size=" + batch);
      }
    }
    Lenet report = Lenet.run("report", results.toString(), "--to", pages.toString());
    assertThat(report.code()).as(report.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(report.out())
        .contains("written to " + pages.resolve("classic.html"))
        .contains("written to " + pages.resolve("rates.html"));
    assertThat(report.err()).isEmpty();
  }

  private static void run(String name, String text, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    List<String> words =
        new ArrayList<>(List.of("run", file.toString(), "--results", results.toString()));
    words.addAll(List.of(more));
    Lenet run = Lenet.run(words.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(run.out()).containsPattern("train loss [0-9.]+ [▁▂▃▄▅▆▇█]{2,} [0-9.]+");
  }

  @Test
  void pageOfTheClassicNetworkShowsAllItsParts() throws IOException {
    String page = Files.readString(pages.resolve("classic.html"));
    assertThat(page)
        .contains("<html lang=\"en\">", "The classic &lt;network&gt;, small")
        .contains(">Learning curves<", ">Time per epoch<", ">Confusion matrix<")
        .contains(">Most confident mistakes<", ">Kernels of C1<", ">F6 beside its target<")
        .contains("bands go from the smallest to the largest")
        .doesNotContain("http://www.w3.org/1999/xlink", "https://");
    assertThat(pages.resolve("classic/loss.svg")).content().contains("<svg");
    assertThat(pages.resolve("classic/confusion.svg")).content().contains(">answer<", ">label<");
    assertThat(Files.readAllBytes(pages.resolve("classic/target.png"))).startsWith(0x89, 'P', 'N');
  }

  @Test
  void commandOfAPageGivesTheSameBitsAgain() throws IOException {
    String page = Files.readString(pages.resolve("classic.html"));
    String command = page.substring(page.indexOf("lenet run ") + 6);
    Lenet again = Lenet.run(command.substring(0, command.indexOf('<')).split(" "));
    assertThat(again.out()).contains("seed 1: the same bits again", "seed 2: the same bits again");
    assertThat(again.code()).isEqualTo(ExitCode.SUCCESS);
  }

  @Test
  void pageOfSeveralTrialsComparesThem() throws IOException {
    assertThat(Files.readString(pages.resolve("rates.html")))
        .containsPattern(
            "Heat map of the test accuracy: .*learning-rate 0.1, batch-size 8: [0-9.]+ %");
  }

  @Test
  void tornRecordIsToldAndUnfinishedExperimentsAreLeftOut(@TempDir Path other) throws IOException {
    Path torn = Files.createDirectories(other.resolve("classic/0123456789ab"));
    Files.writeString(torn.resolve("run.json"), "{\"format\" : 1, ");
    Lenet report = Lenet.run("report", other.toString(), "--to", pages.toString());
    assertThat(report.code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(report.err()).contains("left out: " + torn, "there are no runs in " + other);
  }

  @Test
  void missingFilesOfARunAreToldOnThePage(@TempDir Path other) throws IOException {
    Path source = anyRun("classic");
    Path copy = Files.createDirectories(other.resolve("classic/" + source.getFileName()));
    Files.copy(source.resolve("run.json"), copy.resolve("run.json"));
    Lenet report = Lenet.run("report", other.toString(), "--to", other.resolve("to").toString());
    assertThat(report.code()).as(report.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(report.err()).contains("not shown: the network of run ");
    assertThat(other.resolve("to/classic.html")).content().contains("is not shown: ");
  }

  @Test
  void runWithoutWeightsStopsNoPage(@TempDir Path other) throws IOException {
    for (String name : List.of("classic", "rates")) {
      Path source = anyRun(name);
      Path copy = Files.createDirectories(other.resolve(name).resolve(source.getFileName()));
      try (var files = Files.list(source)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(file, copy.resolve(file.getFileName()));
        }
      }
    }
    Path weights = other.resolve("classic").resolve(anyRun("classic").getFileName());
    Files.delete(weights.resolve("weights.safetensors"));
    Lenet report = Lenet.run("report", other.toString(), "--to", other.resolve("to").toString());
    assertThat(report.code()).as(report.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(report.err()).containsOnlyOnce("not shown: the network of run ");
    assertThat(other.resolve("to/classic.html"))
        .content()
        .contains("The classic &lt;network&gt;, small", "is not shown: run ");
    assertThat(other.resolve("to/rates.html")).content().contains(">One image through");
  }

  private static Path anyRun(String experiment) throws IOException {
    try (var runs = Files.list(results.resolve(experiment))) {
      return runs.sorted().findFirst().orElseThrow();
    }
  }

  @Test
  void mistakesSayWhatWasExpected() {
    String root = results.toString();
    assertThat(Lenet.run("report", "classik", "--results", root).err())
        .contains("there is no run 'classik'", "did you mean 'classic'?");
    assertThat(Lenet.run("report", "classic", "--results", root, "--image", "x").err())
        .contains("--image: expected the number of a test image, not 'x'");
    assertThat(Lenet.run("report", "classic", "--results", root, "--image", "40").err())
        .contains("--image: there are 40 test images, counted from 0");
    assertThat(Lenet.run("report", "--results", root + "/none").err())
        .contains("there is no folder of results");
  }

  @Test
  void pagesFitEveryScreenAndAskForNothing(@TempDir Path profile) throws Exception {
    Optional<Path> chromium = Browser.installed();
    assumeTrue(chromium.isPresent(), "no Chromium is installed (apt install chromium)");
    Path pictures = Path.of("src", "target", "screenshots").toAbsolutePath();
    try (Browser browser = Browser.start(chromium.orElseThrow(), profile)) {
      for (String name : List.of("classic", "rates")) {
        for (int width : new int[] {1280, 390}) {
          for (boolean dark : new boolean[] {false, true}) {
            Path page = pages.resolve(name + ".html");
            browser.open(page, width, 844, dark);
            String where = name + "-" + width + (dark ? "-dark" : "-light");
            browser.screenshot(pictures.resolve(where + ".png"));
            look(browser, where);
            assertThat(browser.requests()).as(where).containsOnly(page.toUri().toString());
          }
        }
      }
    }
  }

  private static void look(Browser browser, String where) throws Exception {
    assertThat(browser.evaluate("document.documentElement.scrollWidth - innerWidth").asInt())
        .as(where + " overflows")
        .isLessThanOrEqualTo(0);
    assertThat(
            browser
                .evaluate(
                    "[...document.querySelectorAll('img')].filter(i => !i.alt).length"
                        + " + [...document.querySelectorAll('figure svg')]"
                        + ".filter(s => !s.getAttribute('aria-label')).length")
                .asInt())
        .as(where + ": pictures without words")
        .isZero();
    assertThat(browser.evaluate("document.querySelectorAll('h1').length").asInt()).isEqualTo(1);
    assertThat(browser.evaluate(Browser.CONTRAST).asDouble())
        .as(where + " contrast")
        .isGreaterThan(4.5);
    assertThat(browser.complaints()).as(where).isEmpty();
  }

  @Test
  void headingsSortTheTableByKeyboard(@TempDir Path profile) throws Exception {
    Optional<Path> chromium = Browser.installed();
    assumeTrue(chromium.isPresent(), "no Chromium is installed (apt install chromium)");
    try (Browser browser = Browser.start(chromium.orElseThrow(), profile)) {
      browser.open(pages.resolve("rates.html"), 1280, 844, false);
      browser.evaluate("document.querySelector('.sortable th.number button').focus()");
      browser.press("Enter", 13);
      String column =
          "[...document.querySelectorAll('.sortable tbody tr')]"
              + ".map((row) => Number.parseFloat(row.cells[0].textContent)).join()";
      assertThat(browser.evaluate("document.querySelector('[aria-sort]').ariaSort").asText())
          .isEqualTo("ascending");
      String ascending = browser.evaluate(column).asText();
      browser.press("Enter", 13);
      assertThat(browser.evaluate(column).asText()).isNotEqualTo(ascending);
    }
  }
}
