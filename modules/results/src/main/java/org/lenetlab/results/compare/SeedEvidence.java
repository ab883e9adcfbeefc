package org.lenetlab.results.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Mean;
import org.lenetlab.results.group.Group;
import org.lenetlab.results.statistics.PairedTest;
import org.lenetlab.results.statistics.SignFlipTest;
import org.lenetlab.results.table.Cell;
import org.lenetlab.results.table.Column;

/** Whether groups of runs differ, over the seeds that they share with the baseline. */
final class SeedEvidence {
  private final ComparisonRequest request;
  private final int decimals;
  private double overlap;
  private boolean tested;
  private boolean single;
  private boolean tooMany;

  private SeedEvidence(ComparisonRequest request) {
    this.request = request;
    this.decimals = request.figure().decimals();
  }

  static Evidence of(Comparison comparison, ComparisonRequest request) {
    return new SeedEvidence(request).evidence(comparison);
  }

  private Evidence evidence(Comparison comparison) {
    int count = comparison.others().size();
    double[] differences = new double[count];
    double[] p = new double[count];
    Arrays.fill(differences, Double.NaN);
    Arrays.fill(p, Double.NaN);
    List<List<Cell>> cells = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Group group = comparison.others().get(i);
      Optional<Pairing> pairing = comparison.pairing(group, request);
      if (pairing.isEmpty()) {
        cells.add(List.of(new Cell.Count(0), empty(), empty(), empty(), empty()));
        continue;
      }
      double[] pairs = pairing.get().differences();
      differences[i] = Mean.of(pairs).getAsDouble();
      if (pairs.length == 1) {
        single = true;
      } else {
        tested = true;
        overlap = Math.max(overlap, pairing.get().overlap());
        p[i] = PairedTest.of(pairs, pairing.get().overlap()).p();
      }
      cells.add(cells(pairs, pairing.get().overlap()));
    }
    return new Evidence(differences, p, columns(), cells, notes(comparison));
  }

  private List<Column> columns() {
    return List.of(
        Column.figure("pairs", "seeds", 0),
        Column.figure("difference-interval", "95 % interval", decimals),
        Column.figure("p-t", overlap > 0 ? "p (corrected t)" : "p (paired t)", 0),
        Column.figure("p-sign-flip", "p (sign flips)", 0),
        Column.figure("p-sign-flip-smallest", "smallest possible", 0));
  }

  private List<Cell> cells(double[] pairs, double overlap) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Count(pairs.length));
    if (pairs.length == 1) {
      cells.addAll(Collections.nCopies(4, empty()));
      return cells;
    }
    PairedTest test = PairedTest.of(pairs, overlap);
    cells.add(Double.isNaN(test.p()) ? empty() : new Cell.Interval(test.low(), test.high()));
    cells.add(new Cell.Probability(test.p()));
    if (pairs.length > SignFlipTest.LARGEST) {
      tooMany = true;
      cells.addAll(List.of(empty(), empty()));
    } else {
      SignFlipTest flips = SignFlipTest.of(pairs);
      cells.add(new Cell.Probability(flips.p()));
      cells.add(new Cell.Probability(flips.smallest()));
    }
    return cells;
  }

  private static Cell empty() {
    return new Cell.Empty();
  }

  private List<String> notes(Comparison comparison) {
    List<String> notes = new ArrayList<>();
    String averaged =
        comparison.unpaired().isEmpty()
            ? ""
            : ", averaged over runs that agree in "
                + String.join(", ", comparison.unpaired().stream().map(a -> a.path()).toList());
    notes.add("Differences from the baseline are taken seed by seed" + averaged + ".");
    if (overlap > 0) {
      notes.add(
          "Every seed draws its own validation images: the t-test is corrected for the training"
              + " images that runs share (Nadeau and Bengio 2003).");
    }
    if (tested) {
      notes.add(
          "Sign flips is the exact permutation test; so few seeds cannot give it less than the"
              + " smallest possible p.");
    }
    if (single) {
      notes.add("One shared seed gives no test: repeats: 5 in the experiment trains more seeds.");
    }
    if (tooMany) {
      notes.add("It is not made for more than " + SignFlipTest.LARGEST + " seeds.");
    }
    return notes;
  }
}
