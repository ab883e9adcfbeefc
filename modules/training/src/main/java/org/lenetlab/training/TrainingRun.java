package org.lenetlab.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.backend.Scores;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.experiment.Checkpoint;
import org.lenetlab.api.experiment.Checkpoint.Best;
import org.lenetlab.api.experiment.DivergedException;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.api.experiment.Measure;
import org.lenetlab.api.experiment.RateRange;
import org.lenetlab.api.experiment.RunEvent.EpochFinished;
import org.lenetlab.api.experiment.RunEvent.RunFinished;
import org.lenetlab.api.experiment.RunEvent.RunStarted;
import org.lenetlab.api.experiment.RunListener;
import org.lenetlab.api.experiment.RunResult;
import org.lenetlab.api.experiment.Training;
import org.lenetlab.api.experiment.Training.EarlyStopping;
import org.lenetlab.api.optimizer.Optimizer;

/** The state of one training: epochs of steps, each followed by an evaluation. */
final class TrainingRun {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final TrainingPlan plan;
  private final Training training;
  private final PreparedData.Split data;
  private final Program program;
  private final boolean prefetch;
  private final RunListener listener;
  private final Optimizer optimizer;
  private final List<EpochMetrics> epochs = new ArrayList<>();
  private @Nullable Best best;
  private @Nullable Scores lastTest;

  TrainingRun(TrainingPlan plan, Program program, boolean prefetch, RunListener listener) {
    this.plan = plan;
    this.program = program;
    this.prefetch = prefetch;
    this.listener = listener;
    training = plan.training();
    data = plan.data().split(plan.seed());
    optimizer = plan.optimizer().method().create(program.vectorLength());
  }

  /** Trains up to the end of {@code pause}; the result is missing if more epochs remain. */
  Optional<RunResult> train(Checkpoint from, int pause) throws InterruptedException {
    restore(from);
    listener.on(new RunStarted(training.epochs(), epochs.size(), steps(), data.training().count()));
    while (!isOver()) {
      if (epochs.size() >= pause) {
        return Optional.empty();
      }
      trainEpoch(epochs.size() + 1);
      listener.on(new EpochFinished(epochs.getLast(), checkpoint()));
    }
    RunResult result = result();
    listener.on(new RunFinished(result));
    return Optional.of(result);
  }

  private boolean isOver() {
    return epochs.size() >= training.epochs() || patienceIsOver();
  }

  private int steps() {
    return Math.ceilDiv(data.training().count(), training.batchSize());
  }

  private void restore(Checkpoint from) {
    program.setParameters(from.parameters());
    if (!from.isStart()) {
      optimizer.restore(from.optimizer().mapVectors(program::fromCanonical));
    }
    epochs.addAll(from.epochs());
    best = from.best();
  }

  private Checkpoint checkpoint() {
    return new Checkpoint(
        program.parameters(), optimizer.state().mapVectors(program::toCanonical), epochs, best);
  }

  private void trainEpoch(int epoch) throws InterruptedException {
    double rate = plan.optimizer().learningRate().rate(epoch, training.epochs());
    long started = System.nanoTime();
    optimizer.beforeEpoch(epoch, new CurvatureSampler(plan, data.training(), program, epoch));
    RateRange rates = rateRange(optimizer.rates(rate));
    Measure trained = takeSteps(epoch, rate);
    long evaluated = System.nanoTime();
    Measure validation =
        data.validation() == null ? null : measure(evaluate(data.validation(), Scores.sums()));
    lastTest = evaluateTest();
    long ended = System.nanoTime();
    Measure test = measure(lastTest);
    if (test != null) {
      finite(test.loss(), epoch, steps(), rate);
    }
    epochs.add(
        new EpochMetrics(
            epoch,
            trained,
            validation,
            test,
            rate,
            rates,
            (evaluated - started) / NANOS_PER_MILLI,
            (ended - evaluated) / NANOS_PER_MILLI));
    keepBest(epochs.getLast());
  }

  private @Nullable RateRange rateRange(float @Nullable [] rates) {
    if (rates == null) {
      return null;
    }
    float[] sorted = program.toCanonical(rates);
    Arrays.sort(sorted);
    return new RateRange(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
  }

  private Measure takeSteps(int epoch, double rate) throws InterruptedException {
    Pass pass = Pass.training(plan, data.training(), epoch);
    StepLog log = new StepLog(epoch, training.logEvery(), listener);
    Scores scores = Scores.sums();
    try (BatchLoader loader = loader(pass)) {
      for (int step = 1; step <= pass.batches(); step++) {
        throwIfInterrupted();
        Batch batch = loader.next();
        scores.reset();
        program.trainBatch(batch, scores);
        double loss = finite(scores.meanLoss(), epoch, step, rate);
        program.update(optimizer, (float) rate);
        log.add(step, loss, scores.correct(), scores.count());
      }
    }
    return log.epochMeasure();
  }

  private BatchLoader loader(Pass pass) {
    return BatchLoader.of(pass, prefetch && !program.preparesImages(pass.batchSize()));
  }

  private static double finite(double loss, int epoch, int step, double rate) {
    if (!Double.isFinite(loss)) {
      throw new DivergedException(loss, epoch, step, rate);
    }
    return loss;
  }

  private Scores evaluateTest() throws InterruptedException {
    return evaluate(data.test(), Scores.withPredictions(data.test().count()));
  }

  private Scores evaluate(Subset subset, Scores scores) throws InterruptedException {
    Pass pass = Pass.evaluation(subset, Trainer.EVALUATION_BATCH);
    try (BatchLoader loader = loader(pass)) {
      for (int i = 0; i < pass.batches(); i++) {
        throwIfInterrupted();
        program.evaluate(loader.next(), scores);
      }
    }
    return scores;
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("the training was interrupted");
    }
  }

  private static @Nullable Measure measure(Scores scores) {
    return scores.count() == 0
        ? null
        : new Measure(scores.meanLoss(), scores.correct(), scores.count());
  }

  private void keepBest(EpochMetrics metrics) {
    EarlyStopping stopping = training.earlyStopping();
    if (stopping != null) {
      double value = stopping.metric().of(metrics);
      if (best == null || isBetter(stopping, value, best.value())) {
        best = new Best(metrics.epoch(), value, program.parameters());
      }
    }
  }

  private static boolean isBetter(EarlyStopping stopping, double value, double than) {
    return stopping.metric().largerIsBetter() ? value > than : value < than;
  }

  private boolean patienceIsOver() {
    EarlyStopping stopping = training.earlyStopping();
    return stopping != null && best != null && epochs.size() - best.epoch() >= stopping.patience();
  }

  private RunResult result() throws InterruptedException {
    int chosen = best != null ? best.epoch() : epochs.size();
    Scores test = lastTest;
    if (best != null && chosen != epochs.size()) {
      program.setParameters(best.parameters());
      test = null;
    }
    if (test == null) {
      test = evaluateTest();
    }
    return new RunResult(epochs, chosen, program.parameters(), test.predictions());
  }
}
