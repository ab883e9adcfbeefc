package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.app.cli.ExitCode;

/**
 * Every {@code lenet} command that a README shows succeeds on the experiment that it shows, made
 * small: the same keys, on few synthetic images. Only {@code --log} is left to the tests of its
 * extension, which the launcher would have to install.
 */
final class DocumentedCommandsTest {
  private static final Pattern SHELL = Pattern.compile("(?s)```sh\n(.*?)```");
  private static final Pattern EXPERIMENT = Pattern.compile("(?s)```yaml\n(name: my-lenet.*?)```");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|([^\\s\"]+)");
  private static final List<String> SMALL =
      List.of(
          "dataset.name=synthetic-digits",
          "dataset.training=300",
          "dataset.test=100",
          "dataset.validation=100",
          "training.epochs=1");

  @TempDir private static Path folder;

  @BeforeAll
  static void makeWhatTheReadmeIsAbout() throws IOException {
    var experiment = EXPERIMENT.matcher(Files.readString(Path.of("README.md")));
    assertThat(experiment.find()).isTrue();
    Files.writeString(folder.resolve("my-lenet.yaml"), experiment.group(1));
    run("lenet run experiments/quickstart.yaml --set optimizer.name=sgd");
    run("lenet data show experiments/quickstart.yaml 0 --png " + folder.resolve("seven.png"));
  }

  @TestFactory
  Stream<DynamicTest> commandsOfTheReadmesSucceed() {
    return Stream.of("README.md", "README.zh-CN.md")
        .flatMap(
            page ->
                commands(page)
                    .map(line -> DynamicTest.dynamicTest(page + ": " + line, () -> run(line))));
  }

  private static void run(String line) {
    Assumptions.assumeTrue(
        !line.contains(" data ") || line.contains(".yaml") || System.getenv("LENET_DATA") != null,
        "LENET_DATA is not set: commands on published data are not tested");
    List<String> arguments =
        new ArrayList<>(
            WORD.matcher(line)
                .results()
                .map(word -> word.group(1) != null ? word.group(1) : word.group())
                .map(word -> word.matches("my-lenet.yaml|seven.png|results/.*") ? here(word) : word)
                .toList());
    arguments.removeFirst();
    arguments.addAll(small(arguments.getFirst()));
    Lenet lenet = Lenet.run(arguments.toArray(String[]::new));
    assertThat(lenet.code()).as(lenet.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(lenet.out()).isNotBlank();
  }

  /** What keeps a command small, and its files together. */
  private static List<String> small(String command) {
    List<String> changes = SMALL.stream().flatMap(c -> Stream.of("--set", c)).toList();
    List<String> results = List.of("--results", here("results"));
    return switch (command) {
      case "run" -> both(changes, results);
      case "bench" -> both(changes, List.of("--seconds", "0.01"));
      case "table", "query" -> List.of(here("results"));
      case "predict" -> results;
      case "report" -> both(results, List.of("--to", here("reports")));
      case "export" -> both(results, List.of("--to", here("a.onnx")));
      default -> List.of();
    };
  }

  private static List<String> both(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private static String here(String name) {
    return folder.resolve(name).toString();
  }

  /** The lines of the page's shell blocks that begin with {@code lenet}, without comments. */
  private static Stream<String> commands(String page) {
    try {
      List<String> lines =
          SHELL
              .matcher(Files.readString(Path.of(page)))
              .results()
              .flatMap(block -> block.group(1).lines())
              .filter(line -> line.startsWith("lenet ") && !line.contains("--log"))
              .filter(line -> !line.startsWith("lenet studio")) // never ends by itself
              .map(line -> line.replaceAll(" +#.*", ""))
              .toList();
      assertThat(lines).as(page).hasSizeGreaterThan(15);
      return lines.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
