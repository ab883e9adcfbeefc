package org.lenetlab.layers;

import org.lenetlab.api.network.Initializer;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.Doc;

/**
 * {@code pytorch-default}: uniform in ±1/√fan-in, weights and biases, as PyTorch's Linear and
 * Conv2d are (kaiming_uniform with a = √5).
 */
@Doc("uniform in ±1/√fan-in, weights and biases, as PyTorch's layers")
record PytorchDefault() implements Initializer {
  @Override
  public float value(RandomStream random, int fanIn, double fanOut) {
    double bound = 1 / Math.sqrt(fanIn);
    return (float) random.uniform(-bound, bound);
  }
}
