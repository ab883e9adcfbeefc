package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.app.cli.ExitCode;

/** The studio's page in a real browser. */
final class StudioTest {
  private static final String READS =
      """
      name: reads
      dataset: {name: synthetic-digits, training: 1500, test: 20}
      architecture: {name: lenet5-modern, activation: relu, pooling: max, padding: 2}
      optimizer: {name: adam, learning-rate: 0.003}
      training: {epochs: 3, batch-size: 25}
      """;
  private static final String CLASSIC =
      """
      name: classic
      dataset:
        name: synthetic-digits
        training: 60
        test: 40
        transform: [{pad: 2}, {range: {from: [0, 255], to: [-0.1, 1.175]}}]
      architecture: {name: lenet5, head: rbf}
      loss: rbf-map
      optimizer: {name: sgd, learning-rate: 0.001}
      training: {epochs: 3, batch-size: 4}
      """;
  private static final String LONG =
      """
      name: long
      dataset: {name: synthetic-digits, training: 400, test: 20}
      architecture: {name: mlp, units: [8]}
      optimizer: {name: adam, learning-rate: 0.001}
      training: {epochs: 1000, batch-size: 1}
      backend: reference
      """;

  private static final String ANSWER = "document.querySelector('#answer b')?.textContent";

  /** All that is drawn of a layer, by its place. */
  private static final String DRAWN =
      "[...document.querySelectorAll('#layers > figure:nth-child(%d) canvas')]"
          + ".map((c) => c.toDataURL()).join()";

  private static final String OTHER =
      "[...document.getElementById('run').options].some((o) => o.value.startsWith('other/'))";

  @TempDir private static Path folder;
  private static Path results = Path.of("");
  private static StudioProcess studio;
  private static Browser browser;

  @BeforeAll
  static void trainsAndStarts() throws Exception {
    Optional<Path> chromium = Browser.installed();
    assumeTrue(chromium.isPresent(), "no Chromium is installed (apt install chromium)");
    results = folder.resolve("results");
    train("classic", CLASSIC);
    train("reads", READS);
    studio = StudioProcess.start(results, folder.resolve("err"));
    browser = Browser.start(chromium.orElseThrow(), folder.resolve("profile"));
  }

  @AfterAll
  static void ends() {
    if (browser != null) {
      browser.close();
      studio.close();
      assertThat(folder.resolve("err")).content().doesNotContain("Exception", "bug");
    }
  }

  private static String[] training(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".yaml"), text);
    return new String[] {"run", file.toString(), "--results", results.toString()};
  }

  private static void train(String name, String text) throws IOException {
    Lenet run = Lenet.run(training(name, text));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
  }

  private static void open(String view, int width, boolean dark) throws Exception {
    browser.open(URI.create("about:blank"), width, 844, dark);
    browser.open(studio.address().resolve(view), width, 844, dark);
    browser.await("document.querySelectorAll('#run option').length > 0");
  }

  /** Asks the run of an experiment from now on. */
  private static void choose(String experiment) throws Exception {
    browser.evaluate(
        """
        (() => {
          const run = document.getElementById('run');
          run.value = [...run.options].find((o) => o.value.startsWith('%s/')).value;
          run.dispatchEvent(new Event('change'));
        })()
        """
            .formatted(experiment));
  }

  /** A point of the sheet, 0 … 100, in the window. */
  private static int[] at(int x, int y) throws Exception {
    String box = "document.getElementById('pad').getBoundingClientRect()";
    double left = browser.evaluate(box + ".left").asDouble();
    double top = browser.evaluate(box + ".top").asDouble();
    double size = browser.evaluate(box + ".width").asDouble();
    return new int[] {(int) (left + x * size / 100), (int) (top + y * size / 100)};
  }

  /** Waits for the answer to the last that was drawn. */
  private static void awaitAnswer() throws Exception {
    browser.await("document.getElementById('layers').ariaBusy === 'false'");
  }

  private static String drawn(int figure) throws Exception {
    return browser.evaluate(DRAWN.formatted(figure)).asText();
  }

  private static void assertWellMade(String where) throws Exception {
    Path pictures = Path.of("src", "target", "screenshots").toAbsolutePath();
    browser.screenshot(pictures.resolve("studio-" + where + ".png"));
    assertThat(browser.evaluate("document.documentElement.scrollWidth - innerWidth").asInt())
        .as(where + " overflows")
        .isLessThanOrEqualTo(0);
    assertThat(browser.evaluate(Browser.CONTRAST).asDouble())
        .as(where + " contrast")
        .isGreaterThan(4.5);
    assertThat(browser.complaints()).as(where).isEmpty();
    assertThat(browser.requests())
        .as(where)
        .allMatch(u -> u.startsWith(studio.address().toString()));
  }

  @Test
  void strokeOfTheMouseGoesThroughEveryLayer() throws Exception {
    for (boolean dark : new boolean[] {false, true}) {
      open("/", 1280, dark);
      choose("reads");
      browser.drag(at(52, 20), at(51, 50), at(50, 80));
      browser.await(ANSWER + " === '1'");
      browser.await("document.querySelectorAll('#layers > figure').length === 8");
      assertThat(browser.evaluate("document.querySelectorAll('#bars tr').length").asInt())
          .isEqualTo(10);
      assertThat(
              browser.evaluate("document.querySelector('#bars .chosen th').textContent").asText())
          .isEqualTo("1");
      awaitAnswer();
      String input = drawn(1);
      String c1 = drawn(2);
      browser.drag(at(20, 30), at(80, 30));
      browser.await(DRAWN.formatted(1) + " !== '" + input + "'");
      browser.await(DRAWN.formatted(2) + " !== '" + c1 + "'");
      awaitAnswer();
      assertWellMade("draw-1280" + (dark ? "-dark" : "-light"));
      browser.evaluate("document.getElementById('clear').click()");
      browser.await("document.querySelectorAll('#layers > figure').length === 0");
    }
  }

  @Test
  void fingerDrawsOnAPhone() throws Exception {
    for (boolean dark : new boolean[] {false, true}) {
      open("/", 390, dark);
      choose("classic");
      browser.swipe(at(70, 20), at(35, 25), at(30, 60), at(65, 60), at(65, 85), at(30, 80));
      browser.await("document.querySelectorAll('#layers .glyph canvas').length === 2");
      awaitAnswer();
      String f6 = "document.querySelectorAll('#layers .glyph canvas')[%d].toDataURL()";
      assertThat(browser.evaluate(f6.formatted(0)).asText())
          .isNotEqualTo(browser.evaluate(f6.formatted(1)).asText());
      assertWellMade("draw-390" + (dark ? "-dark" : "-light"));
    }
  }

  @Test
  void keyboardDraws() throws Exception {
    open("/", 1280, false);
    choose("reads");
    browser.evaluate("document.getElementById('pad').focus()");
    browser.press(" ", 32);
    for (int i = 0; i < 14; i++) {
      browser.press("ArrowDown", 40);
    }
    browser.await(ANSWER + " === '1'");
    browser.press("Delete", 46);
    browser.await("!" + ANSWER);
  }

  @Test
  void pictureOfOnesOwnIsAsked() throws Exception {
    open("/", 1280, false);
    choose("reads");
    String give =
        """
        new Promise((done) => {
          const canvas = Object.assign(document.createElement('canvas'), {width: 90, height: 120});
          const context = canvas.getContext('2d');
          context.fillStyle = '#24543c';
          context.fillRect(0, 0, 90, 120);
          context.fillStyle = '#eee';
          context.fillRect(60, 20, 8, 70);
          canvas.toBlob(done);
        }).then((blob) => {
          const files = new DataTransfer();
          files.items.add(new File([%s], 'one.png'));
          document.getElementById('picture').files = files.files;
          document.getElementById('picture').dispatchEvent(new Event('change'));
        })
        """;
    browser.evaluate(give.formatted("blob"));
    browser.await(ANSWER + " === '1'");
    browser.evaluate(give.formatted("'no picture'"));
    browser.await("document.getElementById('notice').textContent.includes('cannot be read')");
    browser.await("!" + ANSWER);
    browser.drag(at(52, 20), at(50, 80));
    browser.await(ANSWER + " === '1'");
    browser.await("document.getElementById('notice').textContent === ''");
  }

  @Test
  void resultsAreBrowsed() throws Exception {
    for (int width : new int[] {1280, 390}) {
      for (boolean dark : new boolean[] {false, true}) {
        open("/#results/classic", width, dark);
        browser.await("document.querySelectorAll('#parts svg').length === 2");
        assertThat(browser.evaluate("document.querySelector('#parts td').textContent").asText())
            .isNotBlank();
        assertWellMade("results-" + width + (dark ? "-dark" : "-light"));
      }
    }
  }

  @Test
  void runsThatComeAndGoAreNoticed() throws Exception {
    open("/", 1280, false);
    Path source;
    try (Stream<Path> runs = Files.list(results.resolve("reads"))) {
      source = runs.findFirst().orElseThrow();
    }
    Path copy = Files.createDirectories(results.resolve("other/" + source.getFileName()));
    for (String name : List.of("experiment.yaml", "weights.safetensors", "predictions.csv")) {
      Files.copy(source.resolve(name), copy.resolve(name));
    }
    String record = Files.readString(source.resolve("run.json"));
    Files.writeString(
        copy.resolve("run.json"),
        record.replace("\"experiment\" : \"reads\"", "\"experiment\" : \"other\""));
    browser.await(OTHER);
    choose("other");
    browser.drag(at(52, 20), at(50, 80));
    browser.await(ANSWER + " === '1'");
    try (Stream<Path> files = Files.list(copy)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    browser.await("document.getElementById('notice').textContent.includes('has been deleted')");
    browser.await("!" + OTHER);
    browser.await(ANSWER + " === '1'");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void runThatGoesOnIsFollowed() throws Exception {
    Process run =
        LenetProcess.start(List.of(), folder.resolve("err-of-run"), training("long", LONG));
    try {
      open("/#results/long", 1280, false);
      browser.await("document.querySelectorAll('#parts svg').length === 2");
      browser.await("document.querySelector('#live progress')?.value >= 2");
      String curves = browser.evaluate("document.getElementById('parts').innerHTML").asText();
      browser.await("document.getElementById('parts').innerHTML.length !== " + curves.length());
      assertThat(browser.evaluate("document.getElementById('running').textContent").asText())
          .isEqualTo("1 running");
      assertWellMade("running-1280-light");
    } finally {
      run.destroyForcibly().waitFor();
    }
    browser.await("document.getElementById('stopped').textContent.includes('interrupted after')");
    assertThat(browser.evaluate("document.querySelectorAll('#live li').length").asInt()).isZero();
  }
}
