package org.lenetlab.layers;

import org.lenetlab.api.network.Initializer;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.Doc;

/**
 * {@code xavier-uniform}: uniform in ±√(6/(fan-in + fan-out)), for weights (Glorot and Bengio,
 * Understanding the difficulty of training deep feedforward neural networks, AISTATS 2010).
 */
@Doc("uniform in ±√(6/(fan-in + fan-out)); biases as pytorch-default")
record XavierUniform() implements Initializer {
  @Override
  public float value(RandomStream random, int fanIn, double fanOut) {
    double bound = Math.sqrt(6 / (fanIn + fanOut));
    return (float) random.uniform(-bound, bound);
  }

  @Override
  public Initializer forBiases() {
    return new PytorchDefault();
  }
}
