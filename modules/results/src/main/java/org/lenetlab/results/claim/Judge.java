package org.lenetlab.results.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.api.experiment.Expectation;
import org.lenetlab.api.experiment.Measure;
import org.lenetlab.api.experiment.Metric;
import org.lenetlab.api.network.Network;
import org.lenetlab.results.group.Sample;
import org.lenetlab.results.store.RunRecord.Outcome;

/**
 * Judges claims. A claim of a mean is reproduced if our mean is within its tolerance; a figure that
 * a source prints of a single run is judged apart: whether it lies within our mean ± (2 sd +
 * tolerance). Both need five seeds. Judged are the figures after the claimed epoch, or else after
 * the last one, or the one that early stopping chose on validation data: never the best on test
 * data.
 */
public final class Judge {
  /** How many runs of ours a verdict on a metric needs. */
  public static final int SEEDS = 5;

  private Judge() {}

  /**
   * Judges {@code claims} by the finished runs of an experiment and by its planned network, which
   * is absent where its input is not known.
   */
  public static List<Judgement> judge(
      List<Expectation> claims, List<Outcome> runs, Optional<Network> network) {
    List<Judgement> judgements = new ArrayList<>();
    for (Expectation claim : claims) {
      Metric metric = claim.metric();
      if (metric == null) {
        judgements.add(NetworkClaims.judge(claim, network));
      } else {
        judgements.addAll(new MetricClaim(claim, metric, measure(claim, metric, runs)).judge());
      }
    }
    return judgements;
  }

  private static Optional<Measurement> measure(
      Expectation claim, Metric metric, List<Outcome> runs) {
    List<EpochMetrics> epochs =
        runs.stream()
            .filter(run -> claim.epoch() == null || claim.epoch() <= run.epochs().size())
            .map(run -> claim.epoch() == null ? run.chosen() : run.epochs().get(claim.epoch() - 1))
            .filter(epoch -> !Double.isNaN(metric.of(epoch)))
            .toList();
    if (epochs.isEmpty()) {
      return Optional.empty();
    }
    Measure test = epochs.getFirst().test();
    return Optional.of(
        new Measurement(
            metric,
            new Sample(epochs.stream().map(metric::of).toList()),
            test == null ? 0 : test.count()));
  }
}
