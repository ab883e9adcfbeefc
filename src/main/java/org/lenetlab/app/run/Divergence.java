package org.lenetlab.app.run;

import java.util.List;
import java.util.Optional;
import org.lenetlab.api.experiment.Measure;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.store.RunRecord.Outcome;
import org.lenetlab.results.text.Numbers;

/** Trainings whose loss exploded without becoming infinite. */
final class Divergence {
  /**
   * How many times the cross-entropy of guessing. Other losses begin higher, but fall, or have most
   * images right.
   */
  private static final double FAR = 100;

  private Divergence() {}

  /** A line for the user; empty if no run ended so. */
  static Optional<String> hint(List<RunRecord> runs) {
    List<Double> losses = runs.stream().flatMap(run -> exploded(run).stream()).toList();
    return losses.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s a training loss of %s, far above that of guessing: a smaller learning rate may help"
                .formatted(
                    runs.size() == 1
                        ? "the run ended with"
                        : "%d of %d runs ended with".formatted(losses.size(), runs.size()),
                    (losses.size() == 1 ? "" : "up to ")
                        + Numbers.figure(losses.stream().max(Double::compare).orElseThrow(), 4)));
  }

  /** The last epoch's training loss, where it is absurd. */
  private static Optional<Double> exploded(RunRecord run) {
    Outcome outcome = run.outcome();
    List<String> classes = run.subject().classes();
    if (outcome == null || classes == null) {
      return Optional.empty();
    }
    Measure last = outcome.epochs().getLast().training();
    double guessing = Math.log(classes.size());
    return last.loss() > FAR * guessing && last.accuracy() < 0.5
        ? Optional.of(last.loss())
        : Optional.empty();
  }
}
