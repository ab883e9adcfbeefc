package org.lenetlab.results.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lenetlab.results.group.Group;
import org.lenetlab.results.group.Run;
import org.lenetlab.results.statistics.McNemarTest;
import org.lenetlab.results.store.Predictions;
import org.lenetlab.results.store.ResultsException;
import org.lenetlab.results.table.Cell;
import org.lenetlab.results.table.Column;

/** Whether single runs differ, over the test images that only one of two gets right. */
final class ImageEvidence {
  private static final List<Column> COLUMNS =
      List.of(
          Column.figure("both-right", "both right", 0),
          Column.figure("only-baseline-right", "only baseline", 0),
          Column.figure("only-this-right", "only this", 0),
          Column.figure("both-wrong", "both wrong", 0),
          Column.figure("p-mcnemar", "p (McNemar)", 0));

  private ImageEvidence() {}

  static Evidence of(Comparison comparison, ComparisonRequest request) {
    int count = comparison.others().size();
    double[] differences = new double[count];
    double[] p = new double[count];
    Arrays.fill(p, Double.NaN);
    List<List<Cell>> cells = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    notes.add(
        "Each is one run: McNemar's exact test tells whether the two differ on these test images,"
            + " not whether other seeds would.");
    Run baseline = comparison.baseline().runs().getFirst();
    for (int i = 0; i < count; i++) {
      Group group = comparison.others().get(i);
      Run run = group.runs().getFirst();
      differences[i] =
          comparison.isOfSameData(group)
              ? request.figure().of(run) - request.figure().of(baseline)
              : Double.NaN;
      try {
        McNemarTest test = test(baseline, run, request);
        p[i] = test.p();
        cells.add(cells(test));
      } catch (ResultsException | IllegalArgumentException e) {
        notes.add(run.record().id() + " is not tested: " + e.getMessage());
        cells.add(COLUMNS.stream().<Cell>map(column -> new Cell.Empty()).toList());
      }
    }
    return new Evidence(differences, p, COLUMNS, cells, notes);
  }

  /**
   * @throws ResultsException if a run has no predictions
   * @throws IllegalArgumentException if they are of different test images
   */
  private static McNemarTest test(Run baseline, Run run, ComparisonRequest request) {
    Predictions first = request.predictions().apply(baseline);
    Predictions second = request.predictions().apply(run);
    if (!Arrays.equals(first.labels(), second.labels())) {
      throw new IllegalArgumentException("its test images are not the baseline's");
    }
    return McNemarTest.of(first.labels(), first.predicted(), second.predicted());
  }

  private static List<Cell> cells(McNemarTest test) {
    return List.of(
        new Cell.Count(test.both()),
        new Cell.Count(test.onlyFirst()),
        new Cell.Count(test.onlySecond()),
        new Cell.Count(test.neither()),
        new Cell.Probability(test.p()));
  }
}
