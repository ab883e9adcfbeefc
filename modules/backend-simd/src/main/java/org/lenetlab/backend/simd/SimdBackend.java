package org.lenetlab.backend.simd;

import org.lenetlab.api.backend.Backend;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.network.Network;

/** Compiles networks to steps of vector code. */
record SimdBackend(int threads) implements Backend {

  @Override
  public Program compile(Network network, Loss loss, int batchSize, long seed) {
    Rehearsal.of(network, loss);
    return new SimdProgram(network, loss, batchSize, seed, threads);
  }

  @Override
  public String hardware() {
    return Lanes.SPECIES.vectorBitSize() + "-bit vectors";
  }
}
