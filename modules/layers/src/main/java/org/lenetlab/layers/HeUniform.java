package org.lenetlab.layers;

import org.lenetlab.api.network.Initializer;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.Doc;

/**
 * {@code he-uniform}: uniform in ±√(6/fan-in), for weights (He et al., Delving deep into
 * rectifiers, ICCV 2015).
 */
@Doc("uniform in ±√(6/fan-in); biases as pytorch-default")
record HeUniform() implements Initializer {
  @Override
  public float value(RandomStream random, int fanIn, double fanOut) {
    double bound = Math.sqrt(6.0 / fanIn);
    return (float) random.uniform(-bound, bound);
  }

  @Override
  public Initializer forBiases() {
    return new PytorchDefault();
  }
}
