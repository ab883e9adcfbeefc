package org.lenetlab.backend.simd;

import org.jspecify.annotations.Nullable;

/** One op, or two that work hand in hand, as kernels over a block of images. */
interface Step {

  /** Computes the outputs from the inputs. */
  void forward(Block block);

  /**
   * Computes from the derivatives with respect to the outputs those with respect to the inputs, if
   * anything before it is trained, and adds those with respect to its parameters, summed over the
   * block, to the block's sums; but for those of {@link #batchGradient}, of which it keeps what
   * they are made of.
   */
  void backward(Block block, Derivative derivative);

  /** The gradient that is computed from all images of a batch at once; null for none. */
  default @Nullable BatchGradient batchGradient() {
    return null;
  }

  /**
   * Prepares what kernels want of the weights in {@code area} in another order or form.
   *
   * @param derivative what the weights are going to serve; those for the gradient also serve the
   *     forward pass
   */
  default void pack(float[] memory, int area, Derivative derivative) {}
}
