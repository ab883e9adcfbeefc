package org.lenetlab.app.command;

import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.experiment.Experiment;

/**
 * How much there is to train.
 *
 * @param images of one epoch
 * @param steps of one epoch
 */
record Workload(String title, int images, long steps, int batchSize, int epochs, int runs) {

  static Workload of(Experiment experiment, DatasetInfo data) {
    int images = experiment.dataset().trainingCount(data.training());
    int batchSize = experiment.training().batchSize();
    return new Workload(
        data.title(),
        images,
        Math.ceilDiv(images, batchSize),
        batchSize,
        experiment.training().epochs(),
        experiment.repeats());
  }

  /** In words: {@code MNIST: 60,000 images in 938 steps of 64, 5 epochs, 5 runs}. */
  @Override
  public String toString() {
    return "%s: %,d images in %,d %s of %d, %d %s, %d %s"
        .formatted(
            title,
            images,
            steps,
            steps == 1 ? "step" : "steps",
            batchSize,
            epochs,
            epochs == 1 ? "epoch" : "epochs",
            runs,
            runs == 1 ? "run" : "runs");
  }
}
