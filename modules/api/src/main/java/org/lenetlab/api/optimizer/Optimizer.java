package org.lenetlab.api.optimizer;

import org.jspecify.annotations.Nullable;

/**
 * An update rule that treats every value alike, whatever its place: a backend may keep parameters
 * in any order, and may update disjoint ranges on several threads.
 */
public interface Optimizer {

  /**
   * Called before each epoch, before its first step.
   *
   * @param epoch counted from 1
   */
  default void beforeEpoch(int epoch, CurvatureSource curvature) {}

  /**
   * The learning rate of every single value in the epoch that has begun, when the epoch's is {@code
   * rate}; null where they are all the same.
   */
  default float @Nullable [] rates(double rate) {
    return null;
  }

  /** Called once before the {@link #update} calls of a step, on one thread. */
  default void beforeStep() {}

  /**
   * Updates {@code parameters[from … to)} in place by {@code gradients}, the gradient of the
   * batch's mean loss. Ranges of the same step do not overlap; the result does not depend on how
   * the whole is cut.
   *
   * @param rate the learning rate of this step
   */
  void update(float[] parameters, float[] gradients, int from, int to, float rate);

  /** A copy of all that a resumed run needs. */
  OptimizerState state();

  /** Goes on from {@code state}, of which it keeps no reference. */
  void restore(OptimizerState state);
}
