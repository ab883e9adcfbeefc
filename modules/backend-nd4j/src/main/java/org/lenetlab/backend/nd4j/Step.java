package org.lenetlab.backend.nd4j;

import org.lenetlab.api.data.Batch;

/** An op on the arrays of one batch size. */
interface Step {

  /** Is told of the batch that follows. */
  default void begin(Batch batch, boolean training) {}

  /** Computes its values from those before it. */
  void forward();

  /**
   * Computes its parameters' gradients, and those of the values before it where they are needed.
   */
  void backward();
}
