package org.lenetlab.backend.simd;

/** The derivatives with respect to the weights of a convolution. */
interface WeightSums {

  /**
   * Adds the derivatives to a block's sums.
   *
   * @param x where the padded input lies
   * @param dy where the derivatives with respect to the output lie
   */
  void run(Block block, int x, int dy);
}
