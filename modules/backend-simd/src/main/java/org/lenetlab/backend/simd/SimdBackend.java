package org.lenetlab.backend.simd;

import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.backend.MeasurableBackend;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.network.Network;

/** Compiles networks to steps of vector code. */
record SimdBackend(int threads) implements MeasurableBackend {

  @Override
  public void prepare(Network network, Loss loss) {
    Rehearsal.of(network, loss);
  }

  @Override
  public Program compile(Network network, Loss loss, int batchSize, long seed) {
    return compile(network, loss, batchSize, seed, StepWrapper.NONE);
  }

  private Program compile(
      Network network, Loss loss, int batchSize, long seed, StepWrapper wrapper) {
    prepare(network, loss);
    return new SimdProgram(network, loss, batchSize, seed, threads, wrapper);
  }

  @Override
  public TimedProgram compileTimed(Network network, Loss loss, int batchSize, long seed) {
    StepClock clock = new StepClock(threads);
    return new TimedProgram(compile(network, loss, batchSize, seed, clock), clock);
  }

  @Override
  public double measurePeak(int threads) {
    return Peak.measure(threads);
  }

  @Override
  public String hardware() {
    return Lanes.SPECIES.vectorBitSize() + "-bit vectors";
  }
}
