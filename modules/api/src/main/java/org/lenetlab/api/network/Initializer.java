package org.lenetlab.api.network;

import org.lenetlab.api.random.RandomStream;

/** A rule for the initial values of parameters. Open: plugins add records. */
public interface Initializer {

  /**
   * One initial value.
   *
   * @param fanIn the number of inputs of the unit that the parameter belongs to
   * @param fanOut the number of units that one input feeds
   */
  float value(RandomStream random, int fanIn, double fanOut);

  /**
   * The rule for biases where the file names none: this one, unless the rule is defined for weights
   * only.
   */
  default Initializer forBiases() {
    return this;
  }
}
