package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.app.cli.ExitCode;

/**
 * Every {@code lenet} command that a README shows succeeds on the experiment that it shows, made
 * small: the same keys, on few synthetic images.
 */
final class DocumentedCommandsTest {
  private static final Pattern SHELL = Pattern.compile("(?s)```sh\n(.*?)```");
  private static final Pattern EXPERIMENT = Pattern.compile("(?s)```yaml\n(name: my-lenet.*?)```");
  private static final List<String> SMALL =
      List.of(
          "dataset.name=synthetic-digits",
          "dataset.training=300",
          "dataset.test=100",
          "dataset.validation=100",
          "training.epochs=1",
          "repeats=2");

  @TempDir static Path folder;

  @BeforeEach
  void writeTheExperimentOfTheReadme() throws IOException {
    var experiment = EXPERIMENT.matcher(Files.readString(Path.of("README.md")));
    assertThat(experiment.find()).isTrue();
    Files.writeString(folder.resolve("my-lenet.yaml"), experiment.group(1));
  }

  @TestFactory
  Stream<DynamicTest> commandsOfTheReadmesSucceed() {
    return Stream.of("README.md", "README.zh-CN.md")
        .flatMap(page -> commands(page).map(line -> test(page, line)));
  }

  private static DynamicTest test(String page, String line) {
    return DynamicTest.dynamicTest(page + ": " + line, () -> run(line));
  }

  private static void run(String line) {
    boolean published = line.startsWith("lenet data");
    Assumptions.assumeTrue(
        !published || System.getenv("LENET_DATA") != null,
        "LENET_DATA is not set: commands on published data are not tested");
    List<String> arguments = new ArrayList<>(Splitter.on(' ').omitEmptyStrings().splitToList(line));
    arguments.removeFirst();
    arguments.replaceAll(
        word -> word.equals("my-lenet.yaml") ? folder.resolve(word).toString() : word);
    if (arguments.getFirst().equals("run")) {
      SMALL.forEach(change -> arguments.addAll(List.of("--set", change)));
      arguments.addAll(List.of("--results", folder.resolve("results").toString()));
    }
    if (arguments.getFirst().equals("table")) {
      arguments.add(folder.resolve("results").toString());
    }
    Lenet lenet = Lenet.run(arguments.toArray(String[]::new));
    assertThat(lenet.code()).as(lenet.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(lenet.out()).isNotBlank();
  }

  /** The lines of the page's shell blocks that begin with {@code lenet}, without comments. */
  private static Stream<String> commands(String page) {
    try {
      List<String> lines =
          SHELL
              .matcher(Files.readString(Path.of(page)))
              .results()
              .flatMap(block -> block.group(1).lines())
              .filter(line -> line.startsWith("lenet "))
              .map(line -> line.replaceAll(" +#.*", ""))
              .toList();
      assertThat(lines).as(page).hasSizeGreaterThan(5);
      return lines.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
