package org.lenetlab.layers;

import org.lenetlab.api.network.Initializer;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.Doc;

/** {@code lecun-1998}: uniform in ±2.4/F, F the fan-in (LeCun et al. 1998, appendix A). */
@Doc("uniform in ±2.4/fan-in (LeCun et al. 1998, appendix A)")
record Lecun1998() implements Initializer {
  @Override
  public float value(RandomStream random, int fanIn, double fanOut) {
    double bound = 2.4 / fanIn;
    return (float) random.uniform(-bound, bound);
  }
}
