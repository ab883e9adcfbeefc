package org.lenetlab.results.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lenetlab.api.experiment.Expectation;
import org.lenetlab.api.experiment.Expectation.Reference;
import org.lenetlab.api.experiment.Metric;
import org.lenetlab.results.table.Sample;

/** A claim of a metric, beside our sample of it. */
record MetricClaim(Expectation claim, Metric metric, Optional<Sample> ours) {
  private static final double DEFAULT_POINTS = 0.15;
  private static final double DEFAULT_SHARE_OF_LOSS = 0.05;

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
          figure(reference.mean()) + " ± " + figure(reference.sd()) + " (" + reference.n() + ")";
      judgements.add(ofMean(text, reference.mean(), tolerance(reference)));
    }
    if (claim.printed() != null) {
      judgements.add(ofPrinted(claim.printed()));
    }
    if (claim.someRunBelow() != null) {
      judgements.add(ofLowest(claim.someRunBelow()));
    }
    return judgements;
  }

  private Judgement ofMean(String claimed, double mean, double tolerance) {
    double missedBy =
        ours.map(sample -> Math.abs(sample.mean() - mean) - tolerance).orElse(Double.NaN);
    return judgement(claimed, "mean ± " + figure(tolerance), missedBy);
  }

  private Judgement ofPrinted(double printed) {
    double tolerance =
        claim.reference() != null ? tolerance(claim.reference()) : tolerance(printed);
    double width = ours.map(sample -> 2 * sample.sd() + tolerance).orElse(tolerance);
    double missedBy =
        ours.map(sample -> Math.abs(sample.mean() - printed) - width).orElse(Double.NaN);
    return judgement(
        figure(printed) + " (one run)", "mean ± (2 sd + " + figure(tolerance) + ")", missedBy);
  }

  private Judgement ofLowest(double below) {
    double missedBy = ours.map(sample -> sample.min() - below).orElse(Double.NaN);
    String lowest = ours.map(s -> "lowest " + figure(s.min()) + " (" + s.n() + ")").orElse("");
    return judgement("some run below " + figure(below), lowest, "lowest below", missedBy);
  }

  private Judgement judgement(String claimed, String rule, double missedBy) {
    return judgement(claimed, ours.map(this::text).orElse(""), rule, missedBy);
  }

  private Judgement judgement(String claimed, String found, String rule, double missedBy) {
    Verdict verdict = verdict(missedBy);
    String detail = verdict == Verdict.NOT_REPRODUCED ? "by " + figure(missedBy) : "";
    return new Judgement(claim, subject(), claimed, found, rule, verdict, detail);
  }

  private Verdict verdict(double missedBy) {
    if (ours.isEmpty()) {
      return Verdict.NOT_MEASURED;
    }
    if (ours.get().n() < Judge.SEEDS) {
      return Verdict.NEEDS_SEEDS;
    }
    return missedBy <= 0 ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED;
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
    int n = ours.map(Sample::n).orElse(Judge.SEEDS);
    return Math.max(tolerance, 2 * reference.sd() * Math.sqrt(1.0 / n + 1.0 / reference.n()));
  }

  private String subject() {
    return claim.epoch() == null ? metric.toString() : metric + ", epoch " + claim.epoch();
  }

  private String text(Sample sample) {
    String mean = figure(sample.mean());
    return sample.n() == 1 ? mean : mean + " ± " + figure(sample.sd()) + " (" + sample.n() + ")";
  }

  private String figure(double value) {
    return String.format(Locale.ROOT, metric.isPercentage() ? "%.2f" : "%.4f", value);
  }
}
