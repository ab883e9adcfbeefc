package org.lenetlab.api.backend;

import org.lenetlab.api.network.Network;

/** Compiles networks. Safe to use from several threads. */
public interface Backend {

  /**
   * A program for one training of {@code network}, its parameters at {@code
   * network.initialParameters(seed)}. The loss is included because RBF outputs and their loss
   * differentiate as one.
   *
   * @param batchSize the largest batch that it will see
   * @param seed the run's seed, for dropout
   */
  Program compile(Network network, Loss loss, int batchSize, long seed);

  /**
   * Does ahead of time what takes {@link #compile} long, such as having the JVM compile code: to be
   * called on a thread of its own, while the data is loaded.
   */
  default void prepare(Network network, Loss loss) {}

  /** What of the machine it uses, for the record: {@code 512-bit vectors}; empty for nothing. */
  default String hardware() {
    return "";
  }
}
