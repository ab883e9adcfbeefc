package org.lenetlab.results.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.data.Examples;
import org.lenetlab.api.experiment.Checkpoint;
import org.lenetlab.api.experiment.RunEvent;
import org.lenetlab.api.experiment.RunEvent.EpochFinished;
import org.lenetlab.api.experiment.RunEvent.RunFailed;
import org.lenetlab.api.experiment.RunEvent.RunFinished;
import org.lenetlab.api.experiment.RunEvent.RunStarted;
import org.lenetlab.api.experiment.RunEvent.StepLogged;
import org.lenetlab.api.experiment.RunListener;
import org.lenetlab.api.experiment.RunResult;
import org.lenetlab.api.network.Network;
import org.lenetlab.results.store.RunRecord.Outcome;

/**
 * Keeps a run: after every epoch what is needed to go on, at the end its results. The record is
 * written last, so that a finished run has all its files.
 */
public final class RunRecorder implements RunListener {
  private final RunFolder folder;
  private final RunRecord record;
  private final String experiment;
  private final Network network;
  private final Examples test;
  private final @Nullable StepsCsv steps;

  /**
   * @param folder whose lock is held
   * @param record of the run as it begins
   * @param experiment the resolved experiment as YAML
   * @param test the examples behind the predictions
   * @param logSteps whether to keep the loss of every step
   */
  public RunRecorder(
      RunFolder folder,
      RunRecord record,
      String experiment,
      Network network,
      Examples test,
      boolean logSteps) {
    this.folder = folder;
    this.record = record;
    this.experiment = experiment;
    this.network = network;
    this.test = test;
    this.steps = logSteps ? new StepsCsv(folder.stepsFile()) : null;
  }

  @Override
  public void onStep(int epoch, int step, double loss, int correct, int count) {
    if (steps != null) {
      steps.add(epoch, step, loss, correct, count);
    }
  }

  @Override
  public void on(RunEvent event) {
    switch (event) {
      case RunStarted started -> begin(started);
      case StepLogged _ -> {}
      case EpochFinished epoch -> keep(epoch.checkpoint());
      case RunFinished finished -> finish(finished.result());
      case RunFailed failed -> fail(failed);
    }
  }

  private void begin(RunStarted started) {
    if (steps != null) {
      steps.resume(started.finishedEpochs());
    }
    AtomicFile.write(folder.experimentFile(), experiment);
    folder.write(record);
  }

  /** The checkpoint comes after the steps, which a resumed run takes over, and counts them. */
  private void keep(Checkpoint checkpoint) {
    if (steps != null) {
      steps.write();
    }
    CheckpointFile.write(folder.checkpointFile(), record.hash(), checkpoint);
    AtomicFile.write(folder.epochsFile(), EpochsCsv.of(checkpoint.epochs()));
  }

  private void finish(RunResult result) {
    writeWeights(result);
    AtomicFile.write(folder.epochsFile(), EpochsCsv.of(result.epochs()));
    AtomicFile.write(folder.predictionsFile(), PredictionsCsv.of(test, result.testPredictions()));
    Outcome outcome =
        new Outcome(
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
            result.epochs(),
            result.chosenEpoch(),
            Hashes.of(result.parameters()));
    folder.write(record.finished(outcome));
    folder.deleteCheckpoint();
  }

  private void writeWeights(RunResult result) {
    WeightsFile.write(
        folder.weightsFile(), network, result.parameters(), origin(result.chosenEpoch()));
    int epochs = result.epochs().size();
    if (result.chosenEpoch() != epochs) {
      Checkpoint last = folder.checkpoint(record.identity()).orElseThrow();
      WeightsFile.write(folder.lastWeightsFile(), network, last.parameters(), origin(epochs));
    }
  }

  private Map<String, String> origin(int epoch) {
    return Map.of(
        "experiment", record.experiment(), "run", record.hash(), "epoch", Integer.toString(epoch));
  }

  private void fail(RunFailed failed) {
    if (failed.isFinal()) {
      Throwable cause = failed.cause();
      folder.write(
          failed.isBug()
              ? record.failedByBug(cause)
              : record.failed(String.valueOf(cause.getMessage())));
    }
  }
}
