package org.lenetlab.results.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.results.group.Figure;
import org.lenetlab.results.group.Run;
import org.lenetlab.results.group.Sample;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.store.RunRecord.Outcome;
import org.lenetlab.results.store.TestRuns;

final class RunTableTest {
  private static final String SLOWER = TestRuns.EXPERIMENT.replace("0.1", "0.01");

  @Test
  void runsThatDifferInSeedBecomeOneRowWithMeanAndDeviation() {
    ResultTable table = RunTable.of(TestRuns.five(98.7, 98.8, 98.9, 98.6, 99.0), false);
    assertThat(table.rows()).hasSize(1);
    assertThat(TableFormat.CONSOLE.render(table))
        .contains("98.80 ± 0.16 (5)", "98.60–99.00", "1.20 ± 0.16 (5)", "1–5");
  }

  @Test
  void errorHasTheBinomialIntervalOfTheTestImages() {
    RunRecord run = TestRuns.finished(TestRuns.EXPERIMENT, 1, 99.05);
    assertThat(TableFormat.CONSOLE.render(RunTable.of(List.of(run), false)))
        .contains("0.78–1.16", "95 % interval: what the number of test images leaves open");
  }

  @Test
  void settingsThatAgreeAreFoldedAndThoseThatDifferAreColumns() {
    List<RunRecord> runs =
        List.of(TestRuns.finished(TestRuns.EXPERIMENT, 1, 98), TestRuns.finished(SLOWER, 1, 97));
    String text = TableFormat.CONSOLE.render(RunTable.of(runs, false));
    List<String> parts = List.of(text.split("\n\n", 2));
    assertThat(parts.getFirst())
        .contains("experiment demo", "dataset MNIST", "network mlp", "batch 64", "epochs 2")
        .doesNotContain("learning rate");
    assertThat(parts.getLast()).startsWith("learning rate");
  }

  @Test
  void everySettingThatDiffersWithinAnExperimentIsShown() {
    String wider = TestRuns.EXPERIMENT.replace("[2]", "[3]");
    List<RunRecord> runs =
        List.of(TestRuns.finished(TestRuns.EXPERIMENT, 1, 98), TestRuns.finished(wider, 1, 97));
    assertThat(RunTable.of(runs, false).columns())
        .extracting(Column::key)
        .contains("architecture.units");
  }

  @Test
  void eachRunHasARowOfItsOwnOnRequest() {
    assertThat(RunTable.of(TestRuns.five(98, 98, 98), true).rows()).hasSize(3);
  }

  @Test
  void unfinishedAndFailedRunsAreNotedNotAveraged() {
    List<RunRecord> runs = TestRuns.five(98);
    runs.add(TestRuns.begun(TestRuns.EXPERIMENT, 2));
    runs.add(TestRuns.begun(TestRuns.EXPERIMENT, 3).failed("the loss is not a number"));
    ResultTable table = RunTable.of(runs, false);
    assertThat(table.rows()).hasSize(1);
    assertThat(table.notes())
        .hasSize(3)
        .anyMatch(note -> note.startsWith("1 run is not finished"))
        .anyMatch(note -> note.contains("seed 3: the loss is not a number"));
  }

  @Test
  void markdownEscapesBarsAndAlignsNumbers() {
    ResultTable table =
        new ResultTable(
            Map.of(),
            List.of(Column.figure("a", "a", 0), Column.figure("b", "b", 1)),
            List.of(List.of(new Cell.Text("x|y"), new Cell.Figure(new Sample(List.of(1.25))))),
            List.of());
    assertThat(TableFormat.MARKDOWN.render(table))
        .isEqualTo("| a | b |\n| --- | ---: |\n| x\\|y | 1.3 |\n");
  }

  @Test
  void csvHasFullPrecisionAndOneColumnPerNumber() {
    ResultTable table =
        new ResultTable(
            Map.of(),
            List.of(Column.setting("what", "what"), Column.figure("loss", "loss", 1)),
            List.of(
                List.of(new Cell.Text("a, \"b\""), new Cell.Figure(new Sample(List.of(1.0, 2.0)))),
                List.of(new Cell.Count(1000), new Cell.Empty())),
            List.of());
    assertThat(TableFormat.CSV.render(table))
        .isEqualTo(
            "what,loss-mean,loss-sd,loss-n,loss-min,loss-max\r\n"
                + "\"a, \"\"b\"\"\",1.5,0.7071067811865476,2,1.0,2.0\r\n"
                + "1000,,,,,\r\n");
  }

  private static TableRequest request(List<String> by, List<String> across, Figure... figures) {
    return new TableRequest(
        by,
        across,
        List.of(figures),
        List.of(),
        null,
        false,
        runs -> "lenet run " + runs.size(),
        true);
  }

  private static List<Run> grid() {
    List<RunRecord> runs = new ArrayList<>();
    for (String rate : List.of("0.1", "0.01")) {
      for (String units : List.of("[2]", "[3]")) {
        String experiment = TestRuns.EXPERIMENT.replace("0.1", rate).replace("[2]", units);
        double best = rate.equals("0.01") && units.equals("[3]") ? 99 : 97;
        runs.add(TestRuns.finished(experiment, 1, best));
        runs.add(TestRuns.finished(experiment, 2, best - 1));
      }
    }
    return Run.of(runs);
  }

  @Test
  void groupsAreMeansOverWhatElseDiffersAndSaySo() {
    TableRequest request = request(List.of("architecture.units"), List.of(), Figure.TEST_ACCURACY);
    ResultTable table = RunTable.of(grid(), request);
    assertThat(TableFormat.MARKDOWN.render(table))
        .contains("| [2] | 96.50 ± 0.58 (4) |", "| [3] | **97.50 ± 1.29 (4)** |")
        .contains("experiment **demo**", "seeds **1–2**")
        .contains("also differ in optimizer.learning-rate")
        .contains("lenet run 4");
  }

  @Test
  void pivotHasRowsAndColumnsInNaturalOrderAndOneBest() {
    TableRequest request =
        request(List.of("architecture.units"), List.of("optimizer.learning-rate"));
    String text = TableFormat.MARKDOWN.render(RunTable.of(grid(), request));
    assertThat(text)
        .contains("| architecture.units | 0.01 | 0.1 |")
        .contains("| [2] | 96.50 ± 0.71 (2) | 96.50 ± 0.71 (2) |")
        .contains("| [3] | **98.50 ± 0.71 (2)** | 96.50 ± 0.71 (2) |")
        .contains("figure **test accuracy %**", "columns **learning rate**");
  }

  @Test
  void rowsAreOrderedByFigureOrSetting() {
    TableRequest unordered = request(List.of("architecture.units"), List.of(), Figure.TEST_ERROR);
    for (String key : List.of("test-error", "architecture.units")) {
      TableRequest request =
          new TableRequest(
              unordered.by(),
              List.of(),
              unordered.figures(),
              List.of(Statistic.MEDIAN, Statistic.MIN),
              new TableRequest.Order(key, true),
              false,
              null,
              false);
      ResultTable table = RunTable.of(grid(), request);
      String first = key.equals("test-error") ? "[2]" : "[3]";
      assertThat(table.rows().getFirst().getFirst()).isEqualTo(new Cell.Text(first));
      assertThat(TableFormat.CSV.render(table)).contains("test-error-median,test-error-min");
    }
  }

  @Test
  void rowsWithoutWhatTheyAreOrderedByComeLast() {
    List<RunRecord> runs = new ArrayList<>();
    for (String units : List.of("[2]", "[3]", "[4]")) {
      String experiment = TestRuns.EXPERIMENT.replace("[2]", units);
      RunRecord run = TestRuns.begun(experiment, 1);
      int epoch = units.equals("[3]") ? 1 : 2;
      EpochMetrics tested = TestRuns.epoch(epoch, 9000);
      EpochMetrics validated =
          new EpochMetrics(
              epoch, tested.training(), tested.test(), tested.test(), 0.1, null, 50, 10);
      EpochMetrics last = units.equals("[2]") ? tested : validated;
      runs.add(run.finished(new Outcome("2026-01-01T01:00:00Z", List.of(last), 1, "ff")));
    }
    assertThat(units(runs, "validation-loss", false)).containsExactly("[4]", "[3]", "[2]");
    assertThat(units(runs, "validation-loss", true)).containsExactly("[3]", "[4]", "[2]");
  }

  @Test
  void rowsWithoutTheSettingThatTheyAreOrderedByComeLast() {
    String decaying =
        TestRuns.EXPERIMENT.replace("\"name\":\"sgd\"", "\"name\":\"sgd\",\"decay\":%d");
    List<RunRecord> runs =
        List.of(
            TestRuns.finished(TestRuns.EXPERIMENT, 1, 98),
            TestRuns.finished(decaying.formatted(1).replace("[2]", "[3]"), 1, 98),
            TestRuns.finished(decaying.formatted(2).replace("[2]", "[4]"), 1, 98));
    assertThat(units(runs, "optimizer.decay", false)).containsExactly("[3]", "[4]", "[2]");
    assertThat(units(runs, "optimizer.decay", true)).containsExactly("[4]", "[3]", "[2]");
  }

  /** Of the networks, from the first row to the last. */
  private static List<String> units(List<RunRecord> runs, String key, boolean descending) {
    TableRequest request =
        new TableRequest(
            List.of("architecture.units"),
            List.of(),
            List.of(Figure.TEST_ERROR),
            List.of(),
            new TableRequest.Order(key, descending),
            false,
            null,
            false);
    ResultTable table = RunTable.of(Run.of(runs), request);
    return IntStream.range(0, table.rows().size()).mapToObj(row -> table.text(row, 0)).toList();
  }

  @Test
  void jsonAndHtmlTellTheRunsOfEveryFigureAndHowToGetThemAgain() {
    TableRequest request = request(List.of("architecture.units"), List.of(), Figure.TEST_ACCURACY);
    ResultTable table = RunTable.of(grid(), request);
    assertThat(TableFormat.JSON.render(table))
        .contains("\"mean\" : 96.5", "\"n\" : 4", "\"best\" : true")
        .contains("\"command\" : \"lenet run 4\"");
    assertThat(TableFormat.HTML.render(table))
        .startsWith("<!DOCTYPE html>")
        .contains("<b>97.50 ± 1.29 (4)</b>", "lenet run 4", "color-scheme: light dark")
        .endsWith("</html>\n");
  }

  @Test
  void latexHasRulesOfBooktabsAndBoldBests() {
    TableRequest request = request(List.of("architecture.units"), List.of(), Figure.TEST_ACCURACY);
    assertThat(TableFormat.LATEX.render(RunTable.of(grid(), request)))
        .contains("\\begin{tabular}{lr}", "\\toprule", "\\midrule", "\\bottomrule")
        .contains("architecture.units & test accuracy \\% \\\\")
        .contains("{[}3] & \\textbf{97.50 $\\pm$ 1.29 (4)} \\\\");
  }

  @Test
  void consoleMarksTheBestOfAColumn() {
    TableRequest request = request(List.of("architecture.units"), List.of(), Figure.TEST_ACCURACY);
    assertThat(TableFormat.CONSOLE.render(RunTable.of(grid(), request)))
        .contains("97.50 ± 1.29 (4) ◂\n", "◂ best\n")
        .contains("96.50 ± 0.58 (4)\n");
  }

  @Test
  void onlyTheConsoleCutsLongSettings() {
    String rates = "{\"1\":0.1,\"20\":0.05,\"30\":0.025,\"40\":0.0125,\"50\":0.00625,\"60\":0.003}";
    List<RunRecord> runs =
        List.of(
            TestRuns.finished(TestRuns.EXPERIMENT, 1, 98),
            TestRuns.finished(TestRuns.EXPERIMENT.replace("0.1", rates), 1, 97));
    ResultTable table = RunTable.of(runs, false);
    assertThat(TableFormat.CONSOLE.render(table)).contains("{1: 0.1, 20: 0.05").contains("…");
    assertThat(TableFormat.MARKDOWN.render(table))
        .contains("{1: 0.1, 20: 0.05, 30: 0.025, 40: 0.0125, 50: 0.00625, 60: 0.003}");
  }

  @Test
  void oneRunHasNoDeviationAndItsFiguresNoNoise() {
    ResultTable table = RunTable.of(TestRuns.five(98.95), false);
    assertThat(TableFormat.CSV.render(table))
        .contains(",98.95,,1,98.95,98.95,", ",1.05,,1,1.05,1.05,");
    assertThat(TableFormat.JSON.render(table)).contains("\"sd\" : null");
  }

  @Test
  void idThatLooksLikeANumberIsNone() {
    ResultTable table =
        new ResultTable(
            Map.of(),
            List.of(Column.figure("runs", "run", 0), Column.axis("rate", "rate")),
            List.of(List.of(new Cell.Text("504081252452"), new Cell.Text("0.5"))),
            List.of());
    assertThat(table.isNumeric(0)).isFalse();
    assertThat(table.isNumeric(1)).isTrue();
  }

  @Test
  void bestIsTheBestOnTheSameData() {
    RunRecord digits =
        TestRuns.finished(TestRuns.EXPERIMENT.replace("mnist", "synthetic-digits"), 1, 99.5);
    List<RunRecord> runs =
        List.of(
            TestRuns.finished(TestRuns.EXPERIMENT, 1, 98),
            TestRuns.finished(SLOWER, 1, 97),
            TestRuns.on("synthetic digits", digits));
    assertThat(TableFormat.MARKDOWN.render(RunTable.of(runs, false)))
        .contains("| **98.00** |", "| 97.00 |", "| 99.50 |");
    TableRequest pivot = request(List.of("optimizer.learning-rate"), List.of("dataset.name"));
    assertThat(TableFormat.MARKDOWN.render(RunTable.of(Run.of(runs), pivot)))
        .contains("| 98.00 | 99.50 |");
  }
}
