package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        .containsPattern("(?m)^ +0.1 .* \\(2\\) ")
        .contains("seeds 1–2")
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
        .containsPattern("(?m)^tiny,synthetic digits,mlp,sgd,8,1,0.2,6370,6370,");
  }

  private static Lenet results(String command, String... options) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.add(folder.resolve("results").toString());
    arguments.addAll(List.of(options));
    return Lenet.run(arguments.toArray(String[]::new));
  }

  @Test
  void rowsAndColumnsAreWhatWasAskedFor() {
    assertThat(table("--by", "seed", "--across", "optimizer.learning-rate").out())
        .containsPattern("(?m)^seed +0.1 +0.2 *$")
        .containsPattern("(?m)^ +1 +[0-9.]+ ");
    assertThat(table("--where", "optimizer.learning-rate>0.1", "--metric", "test-loss").out())
        .contains("learning rate 0.2", "test loss")
        .doesNotContain("0.1 ");
  }

  @Test
  void commandsOfATableGiveTheSameBitsAgain() {
    String out = table("--commands", "--where", "optimizer.learning-rate=0.2").out();
    String command = out.substring(out.indexOf("lenet run ") + 6).strip();
    Lenet again = Lenet.run(command.split(" "));
    assertThat(again.out()).contains("seed 1: the same bits again", "seed 2: the same bits again");
    assertThat(again.code()).isEqualTo(ExitCode.SUCCESS);
  }

  @Test
  void runsAreComparedOverSeedsOrOverImages() {
    assertThat(results("compare").out()).contains("baseline 0.1", "p (paired t)", "0.5000");
    assertThat(results("compare", "--where", "seed=1").out()).contains("p (McNemar)");
  }

  @Test
  void resultsAnswerSql() {
    String results = folder.resolve("results").toString();
    String sql =
        "select optimizer_learning_rate as rate, count(*) as n, stddev(test_error) >= 0 as known"
            + " from runs group by 1";
    assertThat(Lenet.run("query", sql, results, "--format", "csv").out())
        .isEqualTo("rate,n,known\r\n0.1,2,1\r\n0.2,2,1\r\n");
    assertThat(Lenet.run("query", "delete from runs", results).err()).contains("readonly");
    assertThat(Lenet.run("query", "select * from run", results).err())
        .contains("no such table: run", "did you mean 'runs'?");
    assertThat(Lenet.run("query", "selct", results).code()).isEqualTo(ExitCode.USER_MISTAKE);
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
    assertThat(Lenet.run("table", "none").err()).contains("there is no run 'none'");
    assertThat(Lenet.run("table", empty.toString()).err()).contains("there are no runs in");
    assertThat(table("--by", "optimizer.nam").err()).contains("did you mean 'optimizer.name'?");
    assertThat(table("--where", "seed").err()).contains("--where: expected a condition such as");
    assertThat(table("--where", "seed=77").err()).contains("none of 4 runs");
    assertThat(table("--metric", "test-eror").err()).contains("did you mean 'test-error'?");
    assertThat(table("--metric", "accuracy").err()).contains("did you mean 'test-accuracy'?");
    assertThat(table("--across", "seed").err()).contains("--across needs --by");
    assertThat(results("compare", "--baseline", "seed=9").err()).contains("none of these");
    assertThat(table("--format", "md").err()).contains("expected one of console, markdown, csv");
  }
}
