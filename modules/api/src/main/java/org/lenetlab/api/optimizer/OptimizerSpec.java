package org.lenetlab.api.optimizer;

/** An optimizer as the experiment file declares it. Open: plugins add records. */
public interface OptimizerSpec {

  /** A new optimizer for {@code size} values, with all its state at the start. */
  Optimizer create(int size);

  /** Whether it needs a backend that can estimate curvature. */
  default boolean needsCurvature() {
    return false;
  }
}
