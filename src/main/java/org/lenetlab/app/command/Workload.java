package org.lenetlab.app.command;

import java.util.Locale;
import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.experiment.Experiment;

/**
 * How much there is to train.
 *
 * @param images training images of one epoch
 * @param others validation and test images of one epoch
 */
record Workload(int images, int others, int batchSize, int epochs, int runs) {

  static Workload of(Experiment experiment, DatasetInfo data) {
    return new Workload(
        experiment.dataset().trainingCount(data.training()),
        experiment.dataset().validation() + data.test(),
        experiment.training().batchSize(),
        experiment.training().epochs(),
        experiment.repeats());
  }

  /**
   * How many seconds all runs take one after the other, at a rate of {@code imagesPerSecond} in
   * training. An image that is only evaluated costs a third of one that is trained on: forward
   * without the two halves of backward.
   */
  double secondsAt(double imagesPerSecond) {
    return (images + others / 3.0) * epochs * runs / imagesPerSecond;
  }

  /** A time in words. */
  static String words(double seconds) {
    if (seconds < 90) {
      return "%.0f s".formatted(Math.max(1, seconds));
    }
    long minutes = Math.round(seconds / 60);
    return minutes < 90 ? minutes + " min" : "%d h %02d min".formatted(minutes / 60, minutes % 60);
  }

  /** In words: {@code 60,000 images in 938 steps of 64, 5 epochs, 5 runs}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d images in %s of %d, %s, %s",
        images,
        counted(Math.ceilDiv(images, batchSize), "step"),
        batchSize,
        counted(epochs, "epoch"),
        counted(runs, "run"));
  }

  private static String counted(int count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }
}
