package org.lenetlab.training;

import org.lenetlab.api.experiment.Measure;
import org.lenetlab.api.experiment.RunEvent.StepLogged;
import org.lenetlab.api.experiment.RunListener;

/** Adds up an epoch's steps and tells the listener of them. */
final class StepLog {
  private final int epoch;
  private final int every;
  private final RunListener listener;
  private double loss;
  private int correct;
  private int count;
  private double lossSinceLogged;
  private int correctSinceLogged;
  private int countSinceLogged;

  /**
   * @param every steps between logged ones; 0 for none
   */
  StepLog(int epoch, int every, RunListener listener) {
    this.epoch = epoch;
    this.every = every;
    this.listener = listener;
  }

  /** Adds a step: its mean loss, and how many of its examples were correct. */
  void add(int step, double stepLoss, int stepCorrect, int stepCount) {
    loss += stepLoss * stepCount;
    correct += stepCorrect;
    count += stepCount;
    lossSinceLogged += stepLoss * stepCount;
    correctSinceLogged += stepCorrect;
    countSinceLogged += stepCount;
    listener.onStep(epoch, step, stepLoss, stepCorrect, stepCount);
    if (every > 0 && step % every == 0) {
      listener.on(
          new StepLogged(
              epoch,
              step,
              lossSinceLogged / countSinceLogged,
              (double) correctSinceLogged / countSinceLogged));
      lossSinceLogged = 0;
      correctSinceLogged = 0;
      countSinceLogged = 0;
    }
  }

  /** Means over the epoch so far. */
  Measure epochMeasure() {
    return new Measure(loss / count, correct, count);
  }
}
