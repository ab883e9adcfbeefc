package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.app.cli.ExitCode;

final class TableCommandTest {
  private static final String EXPERIMENT =
      """
      name: tiny
      dataset: {name: synthetic-digits, training: 60, test: 20}
      architecture: {name: mlp, units: [8]}
      optimizer: {name: sgd, learning-rate: 0.1}
      training: {epochs: 1, batch-size: 8}
      backend: reference
      repeats: 2
      """;

  @TempDir private static Path folder;

  @BeforeAll
  static void runs() throws IOException {
    String file = Files.writeString(folder.resolve("tiny.yaml"), EXPERIMENT).toString();
    String results = folder.resolve("results").toString();
    for (String rate : new String[] {"0.1", "0.2"}) {
      String set = "optimizer.learning-rate=" + rate;
      assertThat(Lenet.run("run", file, "--results", results, "--set", set).code())
          .isEqualTo(ExitCode.SUCCESS);
    }
  }

  private static Lenet table(String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "table";
    arguments[1] = folder.resolve("results").toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Lenet.run(arguments);
  }

  @Test
  void runsThatDifferInSeedAreOneRowAndWhatAgreesIsTheCaption() {
    String out = table().out();
    assertThat(out)
        .startsWith("experiment tiny · dataset synthetic digits · network mlp · optimizer sgd")
        .containsPattern("(?m)^learning rate ")
        .containsPattern("(?m)^ +0.1 .* \\(2\\) .* 1–2$")
        .containsPattern("(?m)^ +0.2 ");
  }

  @Test
  void eachRunHasItsIdOnRequest() {
    assertThat(table("--each").out().lines().filter(line -> line.matches(".* \\p{XDigit}{12}")))
        .hasSize(4);
  }

  @Test
  void markdownAndCsvSayTheSame() {
    assertThat(table("--format", "markdown").out()).containsPattern("(?m)^\\| 0.2 \\| ");
    assertThat(table("--format", "csv").out())
        .startsWith("experiment,dataset,architecture.name,")
        .containsPattern("(?m)^tiny,synthetic digits,mlp,sgd,0.2,8,1,6370,6370,");
  }

  @Test
  void tornFileIsReportedAndLeftOut(@TempDir Path other) throws IOException {
    Path run = Files.createDirectories(other.resolve("tiny/0123456789ab"));
    Files.writeString(run.resolve("run.json"), "{\"format\" : 1, ");
    Lenet table = table(other.toString());
    assertThat(table.code()).isEqualTo(ExitCode.SUCCESS);
    assertThat(table.err()).contains("left out: " + run.resolve("run.json"));
    assertThat(table.out()).contains("learning rate");
  }

  @Test
  void mistakesSayWhatWasExpected(@TempDir Path empty) {
    assertThat(Lenet.run("table", "none").err()).contains("there is no folder none");
    assertThat(Lenet.run("table", empty.toString()).err()).contains("there are no runs in");
    assertThat(table("--format", "md").err()).contains("expected one of console, markdown, csv");
  }
}
