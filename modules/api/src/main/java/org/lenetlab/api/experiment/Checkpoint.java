package org.lenetlab.api.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.optimizer.OptimizerState;

/**
 * All that a training needs to go on after an epoch with the same bits. Vectors are in canonical
 * order.
 *
 * @param epochs the figures so far, of epochs 1, 2, …
 * @param best the best epoch so far; null without early stopping
 */
public record Checkpoint(
    float[] parameters, OptimizerState optimizer, List<EpochMetrics> epochs, @Nullable Best best) {

  /** The best epoch by the early-stopping metric, with its parameters. */
  public record Best(int epoch, double value, float[] parameters) {}

  public Checkpoint {
    epochs = List.copyOf(epochs);
  }

  /** The state before the first epoch of a training that begins with {@code parameters}. */
  public static Checkpoint start(float[] parameters) {
    return new Checkpoint(parameters, OptimizerState.NONE, List.of(), null);
  }

  /** Whether no epoch is finished yet, so that the optimizer has no state to restore. */
  public boolean isStart() {
    return epochs.isEmpty();
  }
}
