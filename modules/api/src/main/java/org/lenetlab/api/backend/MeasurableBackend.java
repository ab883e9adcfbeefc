package org.lenetlab.api.backend;

import org.lenetlab.api.network.Network;

/** A backend that can say how fast the machine is, and how long each of its ops takes. Optional. */
public interface MeasurableBackend extends Backend {

  /**
   * How many floating-point operations per second {@code threads} threads do when they do nothing
   * but multiply-adds in registers, each counted as two: an upper bound for whatever the backend
   * computes. Measured for a moment whenever it is asked.
   */
  double measurePeak(int threads);

  /**
   * As {@link Backend#compile}, with the same bits; but the program looks at the clock before and
   * after every op.
   */
  TimedProgram compileTimed(Network network, Loss loss, int batchSize, long seed);

  /** A program with the times of its ops. */
  record TimedProgram(Program program, OpTimes times) {}
}
