package org.lenetlab.layers;

import org.lenetlab.api.network.Initializer;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Range;
import org.lenetlab.api.spec.Shorthand;

/** {@code uniform}: uniform in ±bound, whatever the fan-in. */
@Shorthand("bound")
@Doc("uniform in ±bound, whatever the fan-in")
record Uniform(@Doc("the largest absolute value") @Range(above = 0) double bound)
    implements Initializer {
  @Override
  public float value(RandomStream random, int fanIn, double fanOut) {
    return (float) random.uniform(-bound, bound);
  }
}
