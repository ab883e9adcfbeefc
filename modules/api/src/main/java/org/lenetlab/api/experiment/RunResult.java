package org.lenetlab.api.experiment;

import java.util.List;

/**
 * What a finished training leaves.
 *
 * @param epochs the figures of all epochs
 * @param chosenEpoch the epoch whose parameters were kept: the last, or early stopping's choice
 * @param parameters in canonical order
 * @param testPredictions the predicted class of each test example
 */
public record RunResult(
    List<EpochMetrics> epochs, int chosenEpoch, float[] parameters, byte[] testPredictions) {

  public RunResult {
    epochs = List.copyOf(epochs);
  }

  /** The figures of the chosen epoch. */
  public EpochMetrics chosen() {
    return epochs.get(chosenEpoch - 1);
  }
}
