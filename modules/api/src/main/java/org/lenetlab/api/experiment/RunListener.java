package org.lenetlab.api.experiment;

/** Receives a training's events, on the training's thread. */
@FunctionalInterface
public interface RunListener {
  void on(RunEvent event);

  /**
   * Called after every single step, for progress bars and step logs. Not an event, so that steps
   * allocate nothing.
   *
   * @param step counted from 1 within the epoch
   * @param loss of the batch before the step, mean per example
   * @param correct number of its examples whose predicted class was the label
   * @param count number of its examples
   */
  default void onStep(int epoch, int step, double loss, int correct, int count) {}
}
