package org.lenetlab.backend.simd;

import java.util.stream.IntStream;

/** Measures how many multiply-adds a second some threads can do. */
final class Peak {
  private static final int ROUNDS = 5_000;
  private static final int WARM_UP_CALLS = 100;
  private static final long NANOS = 60_000_000;

  private Peak() {}

  /** Floating-point operations per second of {@code threads} threads together. */
  static double measure(int threads) {
    double[] rates = new double[threads];
    Workers.Task task = (index, worker) -> rates[index] = rate();
    try (Workers workers = new Workers(threads)) {
      workers.run(threads, task);
    }
    return IntStream.range(0, threads).mapToDouble(i -> rates[i]).sum();
  }

  /** Of the thread that calls it. */
  private static double rate() {
    float[] m = new float[2 * Lanes.LENGTH]; // zeros: sums that grow could become slow or infinite
    for (int i = 0; i < WARM_UP_CALLS; i++) {
      PeakKernel.run(m, ROUNDS);
    }
    long calls = 0;
    long start = System.nanoTime();
    long elapsed = 0;
    while (elapsed < NANOS) {
      PeakKernel.run(m, ROUNDS);
      calls++;
      elapsed = System.nanoTime() - start;
    }
    return calls * ROUNDS * PeakKernel.flopsPerRound() * 1e9 / elapsed;
  }
}
