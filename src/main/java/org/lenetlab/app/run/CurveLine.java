package org.lenetlab.app.run;

import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.api.experiment.Metric;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.store.RunRecord.Outcome;
import org.lenetlab.results.text.Numbers;

/** The curves of a study's finished runs in one line. */
final class CurveLine {
  private CurveLine() {}

  /** Means over the runs; empty if no curve has two points. */
  static Optional<String> of(List<RunRecord> runs) {
    List<Outcome> outcomes =
        runs.stream().map(RunRecord::outcome).filter(Objects::nonNull).toList();
    List<List<EpochMetrics>> epochs = outcomes.stream().map(Outcome::epochs).toList();
    int shortest = epochs.stream().mapToInt(List::size).min().orElse(0);
    if (shortest < 2) {
      return Optional.empty();
    }
    return Optional.of(
        curve("train loss", 4, means(epochs, shortest, Metric.TRAINING_LOSS))
            + "   "
            + curve("test accuracy %", 2, means(epochs, shortest, Metric.TEST_ACCURACY))
            + chosen(outcomes));
  }

  /** That the table is of other epochs than the ends of the curves. */
  private static String chosen(List<Outcome> outcomes) {
    if (outcomes.stream().allMatch(outcome -> outcome.chosenEpoch() == outcome.epochs().size())) {
      return "";
    }
    IntSummaryStatistics epochs =
        outcomes.stream().mapToInt(Outcome::chosenEpoch).summaryStatistics();
    return "   the table is of "
        + (epochs.getMin() == epochs.getMax()
            ? "epoch " + epochs.getMin()
            : "epochs " + epochs.getMin() + "–" + epochs.getMax())
        + ", which early stopping chose";
  }

  private static double[] means(List<List<EpochMetrics>> runs, int epochs, Metric metric) {
    return IntStream.range(0, epochs)
        .mapToDouble(
            epoch ->
                runs.stream().mapToDouble(r -> metric.of(r.get(epoch))).average().orElseThrow())
        .toArray();
  }

  private static String curve(String name, int decimals, double[] values) {
    if (Arrays.stream(values).anyMatch(Double::isNaN)) {
      return "";
    }
    return name
        + " "
        + Numbers.figure(values[0], decimals)
        + " "
        + Sparkline.of(values)
        + " "
        + Numbers.figure(values[values.length - 1], decimals);
  }
}
