package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.app.cli.ExitCode;

/** The commands that docs/tables.md shows do what it says, on results of the same names. */
final class TablesPageTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|([^\\s\"'#]+)");
  private static final String EXPERIMENT =
      """
      dataset: {name: synthetic-digits, training: 60, test: 20}
      architecture: {name: lenet5-modern, maps: [1, 1], units: [4, 4], activation: tanh}
      optimizer: {name: sgd, learning-rate: 0.1}
      training: {epochs: 1, batch-size: 8}
      backend: reference
      repeats: 2
      """;

  @TempDir private static Path folder;

  private static List<Path> runs = List.of();

  @BeforeAll
  static void trainsWhatThePageIsAbout() throws IOException {
    for (String name : List.of("grid", "lenet1", "lenet5-classic")) {
      String file =
          Files.writeString(folder.resolve(name + ".yaml"), "name: " + name + "\n" + EXPERIMENT)
              .toString();
      for (String activation : name.equals("grid") ? List.of("tanh", "relu") : List.of("tanh")) {
        for (String optimizer : name.equals("grid") ? List.of("sgd", "adam") : List.of("sgd")) {
          Lenet run =
              Lenet.run(
                  "run",
                  file,
                  "--results",
                  folder.resolve("results").toString(),
                  "--set",
                  "architecture.activation=" + activation,
                  "--set",
                  "optimizer.name=" + optimizer);
          assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
        }
      }
    }
    try (Stream<Path> grid = Files.list(folder.resolve("results/grid"))) {
      runs = grid.sorted().toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> commandsOfThePageSucceed() throws IOException {
    List<String> lines =
        BLOCK
            .matcher(Files.readString(Project.file("docs/tables.md")))
            .results()
            .flatMap(block -> block.group(1).lines())
            .toList();
    assertThat(lines).hasSizeGreaterThan(10).allMatch(line -> line.startsWith("lenet "));
    return lines.stream().map(line -> DynamicTest.dynamicTest(line, () -> check(words(line))));
  }

  private static void check(List<String> words) {
    Lenet result = Lenet.run(words.toArray(String[]::new));
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isEqualTo(ExitCode.SUCCESS);
    assertThat(result.out()).isNotBlank();
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    WORD.matcher(line.replaceFirst(" # .*", ""))
        .results()
        .skip(1)
        .forEach(
            word ->
                words.add(
                    word.group(1) != null
                        ? word.group(1)
                        : word.group(2) != null ? word.group(2) : moved(word.group(3))));
    if (words.equals(List.of("query"))) {
      words.add("select 1"); // without a query there is no place for a folder
    }
    if (words.stream().noneMatch(word -> word.startsWith(folder.toString()))) {
      words.add(folder.resolve("results").toString());
    }
    return words;
  }

  /** Where the results lie that the page calls so. */
  private static String moved(String word) {
    if (!word.startsWith("results/")) {
      return word;
    }
    Path place =
        switch (word) {
          case "results/grid/0123456789ab" -> runs.getFirst();
          case "results/grid/ba9876543210" -> runs.getLast();
          default -> folder.resolve(word);
        };
    return place.toString();
  }
}
