package org.lenetlab.results.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lenetlab.api.experiment.Expectation;
import org.lenetlab.api.experiment.Expectation.Reference;
import org.lenetlab.api.experiment.Metric;
import org.lenetlab.results.group.Sample;

/** A claim of a metric, beside our measurement of it. */
record MetricClaim(Expectation claim, Metric metric, Optional<Measurement> ours) {
  private static final double DEFAULT_POINTS = 0.15;
  private static final double DEFAULT_SHARE_OF_LOSS = 0.05;

  /** 98.95 − 98.80 is more than 0.15 in binary; no figure is meant that exactly. */
  private static final double ROUNDING = 1e-9;

  List<Judgement> judge() {
    List<Judgement> judgements = new ArrayList<>();
    if (!claim.value().isEmpty()) {
      double value = claim.value().getFirst();
      double within = claim.within() != null ? claim.within() : tolerance(value);
      judgements.add(ofMean(figure(value), value, within));
    }
    Reference reference = claim.reference();
    if (reference != null) {
      String text =
          "reference %s ± %s (%d)"
              .formatted(figure(reference.mean()), figure(reference.sd()), reference.n());
      judgements.add(ofMean(text, reference.mean(), tolerance(reference)));
    }
    if (claim.printed() != null) {
      judgements.add(ofPrinted(claim.printed()));
    }
    if (claim.someRunBelow() != null) {
      judgements.add(ofLowest(claim.someRunBelow()));
    }
    return judgements.isEmpty() ? List.of(withoutFigure()) : judgements;
  }

  private Judgement ofMean(String claimed, double mean, double tolerance) {
    double missedBy = ours(sample -> Math.abs(sample.mean() - mean) - tolerance);
    return judged(claimed, found(), "mean ± " + figure(tolerance), missedBy);
  }

  private Judgement ofPrinted(double printed) {
    double tolerance =
        claim.reference() != null ? tolerance(claim.reference()) : tolerance(printed);
    double missedBy =
        ours(sample -> Math.abs(sample.mean() - printed) - 2 * sample.sd() - tolerance);
    String rule = "mean ± (2 sd + " + figure(tolerance) + ")";
    return judged(figure(printed) + " (one run)", found(), rule, missedBy);
  }

  private Judgement ofLowest(double below) {
    String lowest =
        ours.map(Measurement::sample)
            .map(sample -> "lowest " + figure(sample.min()) + " (" + sample.n() + ")")
            .orElse("");
    double missedBy = ours(sample -> sample.min() - below);
    return judged("some run below " + figure(below), lowest, "lowest below", missedBy);
  }

  private Judgement withoutFigure() {
    return judgement("", found(), "", Verdict.NO_FIGURE, "");
  }

  private Judgement judged(String claimed, String found, String rule, double missedBy) {
    Verdict verdict = verdict(missedBy);
    String detail = verdict == Verdict.NOT_REPRODUCED ? "by " + distance(missedBy) : "";
    return judgement(claimed, found, rule, verdict, detail);
  }

  /** Never a zero: what is missed by little is missed. */
  private String distance(double missedBy) {
    double smallest = metric.isPercentage() ? 0.01 : 0.0001;
    return missedBy < smallest ? "less than " + figure(smallest) : figure(missedBy);
  }

  private Judgement judgement(
      String claimed, String found, String rule, Verdict verdict, String detail) {
    return new Judgement(
        claim, subject(), claimed, found, ours.orElse(null), rule, verdict, detail);
  }

  private Verdict verdict(double missedBy) {
    if (ours.isEmpty()) {
      return Verdict.NOT_MEASURED;
    }
    if (ours.get().sample().n() < Judge.SEEDS) {
      return Verdict.NEEDS_SEEDS;
    }
    return missedBy <= ROUNDING ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED;
  }

  /** For points in percent a fixed one, for losses a share. */
  private double tolerance(double of) {
    if (claim.tolerance() != null) {
      return claim.tolerance();
    }
    return metric.isPercentage() ? DEFAULT_POINTS : DEFAULT_SHARE_OF_LOSS * Math.abs(of);
  }

  /** The noise of both means widens the default for percentages. */
  private double tolerance(Reference reference) {
    double tolerance = tolerance(reference.mean());
    if (claim.tolerance() != null || !metric.isPercentage()) {
      return tolerance;
    }
    int n = ours.map(Measurement::sample).map(Sample::n).orElse(Judge.SEEDS);
    return Math.max(tolerance, 2 * reference.sd() * Math.sqrt(1.0 / n + 1.0 / reference.n()));
  }

  private String subject() {
    String name = metric.isPercentage() ? metric + " %" : metric.toString();
    return claim.epoch() == null ? name : name + ", epoch " + claim.epoch();
  }

  private interface Miss {
    double by(Sample sample);
  }

  /** NaN where nothing was measured. */
  private double ours(Miss miss) {
    return ours.map(Measurement::sample).map(miss::by).orElse(Double.NaN);
  }

  private String found() {
    return ours.map(Measurement::mean).orElse("");
  }

  private String figure(double value) {
    return Measurement.figure(metric, value);
  }
}
