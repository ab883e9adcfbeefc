package org.lenetlab.backend.nd4j;

import org.lenetlab.api.backend.Backend;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.network.Network;
import org.nd4j.linalg.factory.Nd4j;

/** Trains with the operations of ND4J. */
final class Nd4jBackend implements Backend {
  private final Threads threads;

  /** Starts ND4J, if this process has not done so yet. */
  Nd4jBackend(int threads) {
    this.threads = Threads.start(threads);
  }

  @Override
  public Program compile(Network network, Loss loss, int batchSize, long seed) {
    return new Nd4jProgram(network, loss, seed, threads);
  }

  @Override
  public String hardware() {
    return "ND4J's " + Nd4j.getBackend().getClass().getSimpleName();
  }
}
