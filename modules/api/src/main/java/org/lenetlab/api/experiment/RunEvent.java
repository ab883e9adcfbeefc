package org.lenetlab.api.experiment;

import org.lenetlab.api.fault.MachineFault;

/**
 * What a training tells its listeners, in this order: started, steps and epochs, then finished or
 * failed, or neither when it pauses.
 */
public sealed interface RunEvent {

  /**
   * Training begins, or goes on after {@code finishedEpochs} of an interrupted run.
   *
   * @param stepsPerEpoch number of batches of an epoch
   */
  record RunStarted(int epochs, int finishedEpochs, int stepsPerEpoch, int trainingExamples)
      implements RunEvent {}

  /**
   * A progress line.
   *
   * @param step counted from 1 within the epoch
   * @param loss mean per example since the last such event of the epoch
   * @param accuracy share of correct examples over the same steps
   */
  record StepLogged(int epoch, int step, double loss, double accuracy) implements RunEvent {}

  /** An epoch is over; a run can go on from {@code checkpoint}. */
  record EpochFinished(EpochMetrics metrics, Checkpoint checkpoint) implements RunEvent {}

  /** Training is over. */
  record RunFinished(RunResult result) implements RunEvent {}

  /** Training broke off. */
  record RunFailed(Throwable cause) implements RunEvent {

    /** Whether the run ended itself: one that the machine or the user ended can go on. */
    public boolean isFinal() {
      return cause instanceof RuntimeException && !(cause instanceof MachineFault);
    }

    /** Whether a mistake of this program ended it. */
    public boolean isBug() {
      return isFinal() && !(cause instanceof DivergedException);
    }
  }
}
