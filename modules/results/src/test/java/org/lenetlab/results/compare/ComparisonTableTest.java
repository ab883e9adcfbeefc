package org.lenetlab.results.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lenetlab.results.group.Condition;
import org.lenetlab.results.group.Figure;
import org.lenetlab.results.group.Run;
import org.lenetlab.results.store.Predictions;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.store.TestRuns;
import org.lenetlab.results.table.Cell;
import org.lenetlab.results.table.ResultTable;
import org.lenetlab.results.table.TableFormat;

final class ComparisonTableTest {
  private static final String SLOW = TestRuns.EXPERIMENT;
  private static final String FAST = SLOW.replace("0.1", "0.3");
  private static final double[] FIRST = {98.52, 98.70, 98.80, 98.60, 98.75};
  private static final double[] SECOND = {98.71, 98.83, 98.92, 98.65, 99.01};

  private final List<Run> runs = new ArrayList<>();

  private void add(String experiment, double... percents) {
    IntStream.range(0, percents.length)
        .mapToObj(i -> new Run(TestRuns.finished(experiment, i + 1, percents[i])))
        .forEach(runs::add);
  }

  private static ComparisonRequest request(List<String> by, String... baseline) {
    return new ComparisonRequest(
        by,
        Figure.TEST_ACCURACY,
        List.of(baseline).stream().map(Condition::parse).toList(),
        run -> predictions(run.record()));
  }

  /** Of four images the first {@code seed} are right. */
  private static Predictions predictions(RunRecord run) {
    byte[] predicted = new byte[4];
    for (int i = 0; i < run.identity().seed(); i++) {
      predicted[i] = 1;
    }
    return new Predictions(new byte[] {1, 1, 1, 1}, predicted);
  }

  private static Cell cell(ResultTable table, int row, String key) {
    int column =
        IntStream.range(0, table.columns().size())
            .filter(c -> table.columns().get(c).key().equals(key))
            .findFirst()
            .orElseThrow();
    return table.rows().get(row).get(column);
  }

  private static double p(ResultTable table, int row, String key) {
    return ((Cell.Probability) cell(table, row, key)).p();
  }

  /** SciPy 1.17.1: ttest_rel(SECOND, FIRST), t.interval, permutation_test. */
  @Test
  void differencesArePairedBySeed() {
    add(SLOW, FIRST);
    add(FAST, SECOND);
    ResultTable table = ComparisonTable.of(runs, request(List.of()));
    assertThat(p(table, 1, "p-t")).isEqualTo(0.013235599563680558, within(1e-9));
    assertThat(p(table, 1, "p-sign-flip")).isEqualTo(0.0625);
    assertThat(p(table, 1, "p-sign-flip-smallest")).isEqualTo(0.0625);
    assertThat(TableFormat.CONSOLE.render(table))
        .contains("baseline 0.1", "+0.15 *", "0.05–0.25", "0.0132", "0.0625")
        .doesNotContain("Holm");
  }

  @Test
  void onlySharedSeedsCount() {
    add(SLOW, FIRST);
    add(FAST, 98.71, 98.83);
    ResultTable table = ComparisonTable.of(runs, request(List.of()));
    assertThat(cell(table, 1, "pairs")).isEqualTo(new Cell.Count(2));
    runs.removeIf(run -> run.record().identity().seed() < 3);
    runs.add(new Run(TestRuns.finished(FAST, 9, 98)));
    ResultTable none = ComparisonTable.of(runs, request(List.of()));
    assertThat(cell(none, 1, "pairs")).isEqualTo(new Cell.Count(0));
    assertThat(cell(none, 1, "difference")).isEqualTo(new Cell.Empty());
  }

  @Test
  void runsAreMatchedInWhatIsNotCompared() {
    add(SLOW, 98.0, 98.2);
    add(FAST, 98.4, 98.5);
    add(SLOW.replace("[2]", "[9]"), 90.0, 90.1);
    ResultTable table =
        ComparisonTable.of(
            runs, request(List.of("optimizer.learning-rate"), "optimizer.learning-rate=0.1"));
    assertThat(((Cell.Difference) cell(table, 1, "difference")).value())
        .isEqualTo(0.35, within(1e-9));
    assertThat(table.notes()).anyMatch(note -> note.contains("agree in architecture.units"));
  }

  @Test
  void severalComparisonsAreCorrected() {
    add(SLOW, FIRST);
    add(FAST, SECOND);
    add(SLOW.replace("0.1", "0.7"), 98.71, 98.60, 98.92, 98.65, 98.70);
    ResultTable table = ComparisonTable.of(runs, request(List.of(), "optimizer.learning-rate=0.1"));
    assertThat(p(table, 1, "p-holm")).isEqualTo(2 * p(table, 1, "p-t"), within(1e-12));
    assertThat(table.notes()).anyMatch(note -> note.contains("2 comparisons"));
  }

  @Test
  void validationImagesDrawnAnewMakeTheTestLessSure() {
    List<RunRecord> records = new ArrayList<>();
    add(SLOW, FIRST);
    add(FAST, SECOND);
    runs.forEach(run -> records.add(TestRuns.withValidation(run.record(), 20)));
    ResultTable table = ComparisonTable.of(Run.of(records), request(List.of()));
    assertThat(p(table, 1, "p-t")).isGreaterThan(0.03);
    assertThat(table.notes()).anyMatch(note -> note.contains("Nadeau and Bengio"));
  }

  @Test
  void singleRunsAreComparedByTheirTestImages() {
    runs.add(new Run(TestRuns.finished(SLOW, 1, 25)));
    runs.add(new Run(TestRuns.finished(SLOW, 4, 100)));
    ResultTable table = ComparisonTable.of(runs, request(List.of()));
    assertThat(cell(table, 1, "both-right")).isEqualTo(new Cell.Count(1));
    assertThat(cell(table, 1, "only-baseline-right")).isEqualTo(new Cell.Count(0));
    assertThat(cell(table, 1, "only-this-right")).isEqualTo(new Cell.Count(3));
    assertThat(p(table, 1, "p-mcnemar")).isEqualTo(0.25, within(1e-12));
  }

  @Test
  void oneSharedSeedGivesNoTestAndSaysSo() {
    List<RunRecord> records = new ArrayList<>();
    add(SLOW, FIRST);
    add(FAST, 98.71);
    runs.forEach(run -> records.add(TestRuns.withValidation(run.record(), 20)));
    ResultTable table = ComparisonTable.of(Run.of(records), request(List.of()));
    assertThat(TableFormat.CONSOLE.render(table))
        .contains("+0.19", "One shared seed gives no test: repeats: 5")
        .doesNotContain("1.0000", "Nadeau", "Sign flips", "p < 0.05");
  }

  @Test
  void baselineIsNamedBySettingsThatItHas() {
    add(SLOW.replace("\"name\":\"sgd\"", "\"momentum\":0.9,\"name\":\"sgd\""), FIRST);
    add(FAST.replace("\"name\":\"sgd\"", "\"name\":\"sgd\",\"nesterov\":true"), SECOND);
    assertThat(ComparisonTable.of(runs, request(List.of())).caption())
        .containsEntry("baseline", "learning rate 0.1, optimizer.momentum 0.9");
  }

  @Test
  void runsOfOtherDataAreNotCompared() {
    add(SLOW, FIRST);
    String digits = FAST.replace("mnist", "synthetic-digits");
    for (int seed = 1; seed <= 2; seed++) {
      RunRecord run = TestRuns.finished(digits, seed, 99);
      runs.add(new Run(TestRuns.on("synthetic digits", run)));
    }
    for (List<Run> compared : List.of(runs, List.of(runs.getFirst(), runs.getLast()))) {
      ResultTable table = ComparisonTable.of(compared, request(List.of()));
      assertThat(cell(table, 1, "difference")).isEqualTo(new Cell.Empty());
      assertThat(TableFormat.CONSOLE.render(table))
          .contains("The baseline is of MNIST; runs of synthetic digits are not compared with it.");
    }
  }

  @Test
  void whatCannotBeComparedIsSaid() {
    add(SLOW, FIRST);
    assertThatThrownBy(() -> ComparisonTable.of(runs, request(List.of())))
        .hasMessageContaining("nothing to compare");
    add(FAST, SECOND);
    assertThatThrownBy(() -> ComparisonTable.of(runs, request(List.of(), "seed=7")))
        .hasMessageContaining("none of these is the baseline: 0.1; 0.3");
    assertThatThrownBy(() -> ComparisonTable.of(runs, request(List.of(), "experiment=demo")))
        .hasMessageContaining("several are the baseline");
  }
}
