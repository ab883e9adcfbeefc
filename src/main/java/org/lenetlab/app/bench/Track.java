package org.lenetlab.app.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntToLongFunction;
import org.lenetlab.api.backend.Program;
import org.lenetlab.training.StepLoop;
import org.lenetlab.training.TrainingPlan;

/** A program that is driven for given times. */
final class Track implements AutoCloseable {
  /** Between two looks at the clock. */
  private static final int IMAGES = 256;

  /** Windows of training, at most, until it counts as warm: compilers are done long before. */
  private static final int MOST_WARM_UPS = 20;

  private static final int STEADY_WARM_UPS = 3;
  private static final double NOTICEABLY = 1.03;
  private static final int ALLOCATION_WINDOWS = 20;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final StepLoop loop;
  private final int steps;

  Track(TrainingPlan plan, Program program, int threads) {
    loop = new StepLoop(plan, program, threads);
    steps = Math.max(1, IMAGES / plan.training().batchSize());
  }

  /**
   * Trains and computes forward until neither becomes faster any more, but not much longer than
   * {@value #MOST_WARM_UPS} windows: on a machine that others use too, rates need not settle.
   */
  void warmUp(long windowNanos) {
    long start = System.nanoTime();
    double fastestTraining = 0;
    double fastestForward = 0;
    int steady = 0;
    while (steady < STEADY_WARM_UPS && System.nanoTime() - start < MOST_WARM_UPS * windowNanos) {
      double training = train(windowNanos);
      double forward = forward(windowNanos / 2);
      boolean faster =
          training > NOTICEABLY * fastestTraining || forward > NOTICEABLY * fastestForward;
      steady = faster ? 0 : steady + 1;
      fastestTraining = Math.max(training, fastestTraining);
      fastestForward = Math.max(forward, fastestForward);
    }
  }

  /** Trains for at least {@code nanos}; returns images per second. */
  double train(long nanos) {
    return rate(loop::train, nanos);
  }

  /** Computes outputs for at least {@code nanos}; returns images per second. */
  double forward(long nanos) {
    return rate(loop::forward, nanos);
  }

  private double rate(IntToLongFunction takeSteps, long nanos) {
    long images = 0;
    long start = System.nanoTime();
    long elapsed;
    do {
      images += takeSteps.applyAsLong(steps);
      elapsed = System.nanoTime() - start;
    } while (elapsed < nanos);
    return images * 1e9 / elapsed;
  }

  /** Of all threads, in the most sparing of some windows: a new epoch may begin in the others. */
  long allocatedBytesPerStep() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < ALLOCATION_WINDOWS; i++) {
      long before = THREADS.getTotalThreadAllocatedBytes();
      loop.train(steps);
      least = Math.min(least, THREADS.getTotalThreadAllocatedBytes() - before);
    }
    return least / steps;
  }

  @Override
  public void close() {
    loop.close();
  }
}
