package org.lenetlab.app.run;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.api.experiment.Measure;
import org.lenetlab.api.experiment.RunEvent.StepLogged;
import org.lenetlab.results.text.Numbers;

/** The lines of a study's epochs, in columns. Safe to use from several threads. */
final class EpochLines {
  private static final String ROW = "%6s  %7s  %10s  %7s  %s%9s  %7s  %9s  %9s  %8s";
  private static final String VALIDATION = "%7s  ";
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final boolean validation;
  private final int epochs;
  private final AtomicInteger epochsToTrain;
  private final AtomicInteger trained = new AtomicInteger();
  private final long startNanos = System.nanoTime();

  /**
   * @param validation whether there is a validation set
   * @param epochs of one run
   * @param epochsToTrain by all runs together
   */
  EpochLines(boolean validation, int epochs, int epochsToTrain) {
    this.validation = validation;
    this.epochs = epochs;
    this.epochsToTrain = new AtomicInteger(epochsToTrain);
  }

  String header() {
    return ROW.formatted(
        "seed",
        "epoch",
        "train loss",
        "train %",
        validation ? VALIDATION.formatted("val %") : "",
        "test loss",
        "test %",
        "rate",
        "images/s",
        "left");
  }

  /** Tells that a run need not train so many of its epochs. */
  void skip(int finishedEpochs) {
    epochsToTrain.addAndGet(-finishedEpochs);
  }

  String epoch(long seed, EpochMetrics epoch) {
    int done = trained.incrementAndGet();
    return ROW.formatted(
        seed,
        epoch.epoch() + "/" + epochs,
        loss(epoch.training()),
        percent(epoch.training()),
        validation ? VALIDATION.formatted(percent(epoch.validation())) : "",
        loss(epoch.test()),
        percent(epoch.test()),
        rate(epoch.learningRate()),
        imagesPerSecond(epoch),
        left(done));
  }

  /** A line within an epoch, in the same columns as far as they are known. */
  String step(long seed, StepLogged step, int stepsPerEpoch) {
    return "%6s  %7s  %10s  %7s  %s"
        .formatted(
            seed,
            step.epoch() + "/" + epochs,
            loss(step.loss()),
            percent(step.accuracy()),
            "step " + step.step() + " of " + stepsPerEpoch);
  }

  private static String loss(@Nullable Measure measure) {
    return measure == null ? "" : loss(measure.loss());
  }

  private static String loss(double loss) {
    return Numbers.figure(loss, 4);
  }

  private static String percent(@Nullable Measure measure) {
    return measure == null ? "" : percent(measure.accuracy());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f", 100 * share);
  }

  /** The shortest text that reads back as the same float. */
  private static String rate(double rate) {
    return Numbers.setting(new BigDecimal(Float.toString((float) rate)));
  }

  private static String imagesPerSecond(EpochMetrics epoch) {
    double seconds = Math.max(1, epoch.trainingMillis()) / 1000.0;
    return String.format(Locale.ROOT, "%,.0f", epoch.training().count() / seconds);
  }

  /** Until all runs are done, at the average speed so far. */
  private String left(int done) {
    double secondsPerEpoch = (double) (System.nanoTime() - startNanos) / NANOS_PER_SECOND / done;
    long seconds = Math.round(secondsPerEpoch * Math.max(0, epochsToTrain.get() - done));
    return Durations.clock(seconds);
  }
}
