package org.lenetlab.backend.nd4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What flows between two ops for one batch.
 *
 * @param values [examples, channels, rows, columns]
 * @param gradients the derivatives of the loss by them; null before the first parameter, where
 *     nobody needs them
 */
record Signal(INDArray values, @Nullable INDArray gradients) {

  /** The derivatives, where they are needed. */
  INDArray requireGradients() {
    if (gradients == null) {
      throw new IllegalStateException("there is no parameter before this");
    }
    return gradients;
  }

  /** The same numbers in another shape. */
  Signal reshaped(long... shape) {
    return new Signal(
        values.reshape('c', shape), gradients == null ? null : gradients.reshape('c', shape));
  }
}
