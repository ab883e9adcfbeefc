package org.lenetlab.layers;

import org.lenetlab.api.network.Initializer;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.Doc;

/**
 * {@code he-normal}: normal with standard deviation √(2/fan-in), for weights (He et al., Delving
 * deep into rectifiers, ICCV 2015).
 */
@Doc("normal with standard deviation √(2/fan-in); biases as pytorch-default")
record HeNormal() implements Initializer {
  @Override
  public float value(RandomStream random, int fanIn, double fanOut) {
    return (float) (Math.sqrt(2.0 / fanIn) * random.nextGaussian());
  }

  @Override
  public Initializer forBiases() {
    return new PytorchDefault();
  }
}
