package org.lenetlab.training;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.data.Examples;
import org.lenetlab.api.random.RandomStream;

/** One pass over examples, cut into batches that can be filled in any order. For one thread. */
final class Pass {
  private final Examples examples;
  private final int[] order;
  private final int batchSize;
  private final int epoch;
  private final @Nullable Augmenter augmenter;

  private Pass(
      Examples examples, int[] order, int batchSize, int epoch, @Nullable Augmenter augmenter) {
    this.examples = examples;
    this.order = order;
    this.batchSize = batchSize;
    this.epoch = epoch;
    this.augmenter = augmenter;
  }

  /** The examples of a subset as they are, in stored order. */
  static Pass evaluation(Subset subset, int batchSize) {
    return new Pass(subset.examples(), subset.indices(), batchSize, 0, null);
  }

  /** The training examples of an epoch, in its order and with its random changes. */
  static Pass training(TrainingPlan plan, Subset subset, int epoch) {
    int[] order = subset.indices();
    if (plan.training().shuffle()) {
      order = order.clone();
      new RandomStream(plan.seed(), "order").at(epoch).shuffle(order);
    }
    return changed(plan, subset, order, plan.training().batchSize(), epoch);
  }

  /** Training examples drawn for an epoch's estimate of curvature, changed as in its training. */
  static Pass curvature(TrainingPlan plan, Subset subset, int epoch, int samples, int batchSize) {
    RandomStream random = new RandomStream(plan.seed(), "curvature").at(epoch);
    int[] order = new int[samples];
    Arrays.setAll(order, i -> subset.indices()[random.nextInt(subset.count())]);
    return changed(plan, subset, order, batchSize, epoch);
  }

  private static Pass changed(
      TrainingPlan plan, Subset subset, int[] order, int batchSize, int epoch) {
    var augmentations = plan.data().augment();
    Augmenter augmenter =
        augmentations.isEmpty()
            ? null
            : new Augmenter(augmentations, subset.examples().images(), plan.seed());
    return new Pass(subset.examples(), order, batchSize, epoch, augmenter);
  }

  int batches() {
    return Math.ceilDiv(order.length, batchSize);
  }

  int batchSize() {
    return batchSize;
  }

  /** A batch that has room for each of this pass. */
  Batch newBatch() {
    return new Batch(Math.min(batchSize, order.length), examples.images().shape().size());
  }

  /** Fills {@code batch} with the content of batch {@code number}, counted from 0. */
  void fill(int number, Batch batch) {
    int from = number * batchSize;
    int size = Math.min(batchSize, order.length - from);
    batch.begin(size, epoch);
    for (int i = 0; i < size; i++) {
      int index = order[from + i];
      int offset = i * batch.imageSize();
      batch.indices()[i] = index;
      batch.labels()[i] = examples.label(index);
      if (augmenter == null) {
        examples.images().values(index, batch.images(), offset);
      } else {
        augmenter.values(epoch, index, batch.images(), offset);
      }
    }
  }
}
