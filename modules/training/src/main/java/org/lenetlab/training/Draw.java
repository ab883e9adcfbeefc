package org.lenetlab.training;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.lenetlab.api.random.RandomStream;

/**
 * Which examples a pass takes, in order, and which random variant of each.
 *
 * @param indices of the examples
 * @param variants keys of the random changes; {@link #ORIGINAL} for none
 */
record Draw(int[] indices, int[] variants) {
  /** The variant that is the image itself. */
  static final int ORIGINAL = 0;

  /** All examples in stored order, unchanged. */
  static Draw stored(Subset subset) {
    return new Draw(subset.indices(), new int[subset.count()]);
  }

  /**
   * The examples of an epoch: each once and in a variant of this epoch, or as many drawn from the
   * pool of all variants of all examples, without replacement.
   */
  static Draw training(TrainingPlan plan, Subset subset, int epoch) {
    int[] places = IntStream.range(0, poolSize(plan, subset)).toArray();
    if (plan.training().shuffle()) {
      new RandomStream(plan.seed(), "order").at(epoch).shuffle(places);
    }
    return of(plan, subset, epoch, subset.count(), i -> places[i]);
  }

  /** {@code samples} draws with replacement, from the same pool as the epoch's examples. */
  static Draw curvature(TrainingPlan plan, Subset subset, int epoch, int samples) {
    RandomStream random = new RandomStream(plan.seed(), "curvature").at(epoch);
    int pool = poolSize(plan, subset);
    return of(plan, subset, epoch, samples, i -> random.nextInt(pool));
  }

  private static int poolSize(TrainingPlan plan, Subset subset) {
    Integer variants = plan.data().variants();
    return Math.multiplyExact(subset.count(), variants == null ? 1 : variants);
  }

  private static Draw of(
      TrainingPlan plan, Subset subset, int epoch, int count, IntUnaryOperator placeOf) {
    int[] indices = new int[count];
    int[] variants = new int[count];
    Arrays.fill(variants, epoch);
    for (int i = 0; i < count; i++) {
      int place = placeOf.applyAsInt(i);
      indices[i] = subset.indices()[place % subset.count()];
      if (plan.data().variants() != null) {
        variants[i] = place / subset.count();
      }
    }
    return new Draw(indices, variants);
  }

  /** Number of examples. */
  int count() {
    return indices.length;
  }
}
