package org.lenetlab.layers;

import org.lenetlab.api.network.Initializer;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.Doc;

/**
 * {@code lecun-sqrt}: uniform in ±1/√F, F the fan-in, weights and biases, as LeCun's own later Lush
 * code has it. The same rule as PyTorch's default, under the name that belongs to the 1998
 * networks.
 */
@Doc("uniform in ±1/√fan-in, as LeCun's own Lush code")
record LecunSqrt() implements Initializer {
  @Override
  public float value(RandomStream random, int fanIn, double fanOut) {
    double bound = 1 / Math.sqrt(fanIn);
    return (float) random.uniform(-bound, bound);
  }
}
