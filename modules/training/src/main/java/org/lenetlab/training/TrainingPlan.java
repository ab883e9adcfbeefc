package org.lenetlab.training;

import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.experiment.Checkpoint;
import org.lenetlab.api.experiment.OptimizerBlock;
import org.lenetlab.api.experiment.Training;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.spec.SpecException;

/**
 * One run, ready to be trained: all that decides its bits but the backend.
 *
 * @param seed of this run
 */
public record TrainingPlan(
    Network network,
    Loss loss,
    OptimizerBlock optimizer,
    Training training,
    PreparedData data,
    long seed) {

  /**
   * @throws SpecException if loss and output do not belong together, there is early stopping
   *     without validation examples, or there are variants without shuffling; paths are relative to
   *     the experiment
   */
  public TrainingPlan {
    under("loss", () -> loss.requireFits(network));
    under("training", () -> training.requireFits(data.validation(), data.variants()));
  }

  private static void under(String parent, Runnable check) {
    try {
      check.run();
    } catch (SpecException e) {
      throw e.under(parent);
    }
  }

  /** The state before the first epoch, with initial parameters drawn from the seed. */
  public Checkpoint start() {
    return Checkpoint.start(network.initialParameters(seed));
  }
}
