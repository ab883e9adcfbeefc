package org.lenetlab.layers;

import org.lenetlab.api.network.Initializer;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Shorthand;

/** {@code constant}: the same value everywhere. */
@Shorthand("value")
@Doc("the same value everywhere")
record Constant(@Doc("the value") double value) implements Initializer {
  @Override
  public float value(RandomStream random, int fanIn, double fanOut) {
    return (float) value;
  }
}
