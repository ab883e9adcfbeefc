package org.lenetlab.testkit;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.lenetlab.api.optimizer.Optimizer;
import org.lenetlab.api.optimizer.OptimizerState;

/** Changes nothing but counts how often a step touches each value. */
final class CountingOptimizer implements Optimizer {
  private final AtomicIntegerArray touched;
  private int steps;

  CountingOptimizer(int size) {
    touched = new AtomicIntegerArray(size);
  }

  @Override
  public void beforeStep() {
    steps++;
  }

  @Override
  public void update(float[] parameters, float[] gradients, int from, int to, float rate) {
    for (int k = from; k < to; k++) {
      touched.incrementAndGet(k);
    }
  }

  int steps() {
    return steps;
  }

  /** How often each value was touched, in the program's own order. */
  float[] touched() {
    float[] counts = new float[touched.length()];
    for (int k = 0; k < counts.length; k++) {
      counts[k] = touched.get(k);
    }
    return counts;
  }

  @Override
  public OptimizerState state() {
    return OptimizerState.NONE;
  }

  @Override
  public void restore(OptimizerState state) {}
}
