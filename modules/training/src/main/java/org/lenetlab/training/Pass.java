package org.lenetlab.training;

import org.jspecify.annotations.Nullable;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.data.Examples;

/** One pass over examples, cut into batches. */
final class Pass implements Batch.ImageSource {
  private static final int FEW_IMAGES = 8;

  private final Examples examples;
  private final Draw draw;
  private final int batchSize;
  private final int epoch;
  private final @Nullable ThreadLocal<Augmenter> augmenter;

  private Pass(
      Examples examples,
      Draw draw,
      int batchSize,
      int epoch,
      @Nullable ThreadLocal<Augmenter> augmenter) {
    this.examples = examples;
    this.draw = draw;
    this.batchSize = batchSize;
    this.epoch = epoch;
    this.augmenter = augmenter;
  }

  /** The examples of a subset as they are, in stored order. */
  static Pass evaluation(Subset subset, int batchSize) {
    return new Pass(subset.examples(), Draw.stored(subset), batchSize, 0, null);
  }

  /** The training examples of an epoch, in its order and with its random changes. */
  static Pass training(TrainingPlan plan, Subset subset, int epoch) {
    Draw draw = Draw.training(plan, subset, epoch);
    return changed(plan, subset, draw, plan.training().batchSize(), epoch);
  }

  /** Training examples drawn for an epoch's estimate of curvature, changed as in its training. */
  static Pass curvature(TrainingPlan plan, Subset subset, int epoch, int samples, int batchSize) {
    Draw draw = Draw.curvature(plan, subset, epoch, samples);
    return changed(plan, subset, draw, batchSize, epoch);
  }

  private static Pass changed(
      TrainingPlan plan, Subset subset, Draw draw, int batchSize, int epoch) {
    var augmentations = plan.data().augment();
    ThreadLocal<Augmenter> augmenter =
        augmentations.isEmpty()
            ? null
            : ThreadLocal.withInitial(
                () -> new Augmenter(augmentations, subset.examples().images(), plan.seed()));
    return new Pass(subset.examples(), draw, batchSize, epoch, augmenter);
  }

  int batches() {
    return Math.ceilDiv(draw.count(), batchSize);
  }

  int batchSize() {
    return batchSize;
  }

  /**
   * Whether filling a batch takes longer than it takes another thread to hand it over. A few images
   * as they are do not: they would wander from one core's cache to the other's.
   */
  boolean takesTime() {
    return augmenter != null || batchSize > FEW_IMAGES;
  }

  /** A batch that has room for each of this pass. */
  Batch newBatch() {
    return new Batch(Math.min(batchSize, draw.count()), examples.images().shape().size());
  }

  /**
   * Starts the content of batch {@code number}, counted from 0, whose images are prepared when they
   * are asked for.
   */
  void begin(int number, Batch batch) {
    int from = number * batchSize;
    int size = Math.min(batchSize, draw.count() - from);
    if (augmenter == null) {
      batch.begin(size, epoch, examples.images());
    } else {
      batch.begin(size, epoch, this, from);
    }
    for (int i = 0; i < size; i++) {
      int index = draw.indices()[from + i];
      batch.indices()[i] = index;
      batch.labels()[i] = examples.label(index);
    }
  }

  @Override
  public void write(int place, float[] into, int offset) {
    int index = draw.indices()[place];
    int variant = draw.variants()[place];
    if (augmenter == null || variant == Draw.ORIGINAL) {
      examples.images().values(index, into, offset);
    } else {
      augmenter.get().values(variant, index, into, offset);
    }
  }
}
