package org.lenetlab.backend.simd;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.backend.OpTimes.OpTime;

/** A step between two looks at the clock. */
final class TimedStep implements Step {
  /** Counters of two workers lie in different cache lines. */
  private static final int APART = 16;

  private final Step step;
  private final int firstStage;
  private final int stages;
  private final long[] forwardNanos;
  private final long[] backwardNanos;

  TimedStep(Step step, int firstStage, int stages, int workers) {
    this.step = step;
    this.firstStage = firstStage;
    this.stages = stages;
    forwardNanos = new long[workers * APART];
    backwardNanos = new long[workers * APART];
  }

  @Override
  public void forward(Block block) {
    long start = System.nanoTime();
    step.forward(block);
    if (block.training()) {
      forwardNanos[block.worker() * APART] += System.nanoTime() - start;
    }
  }

  @Override
  public void backward(Block block, Derivative derivative) {
    long start = System.nanoTime();
    step.backward(block, derivative);
    if (block.training()) {
      backwardNanos[block.worker() * APART] += System.nanoTime() - start;
    }
  }

  @Override
  public void pack(float[] memory, int area, Derivative derivative) {
    step.pack(memory, area, derivative);
  }

  @Override
  public @Nullable BatchGradient batchGradient() {
    BatchGradient gradient = step.batchGradient();
    return gradient == null ? null : new TimedGradient(gradient);
  }

  private final class TimedGradient implements BatchGradient {
    private final BatchGradient gradient;

    TimedGradient(BatchGradient gradient) {
      this.gradient = gradient;
    }

    @Override
    public ParameterVector.Place place() {
      return gradient.place();
    }

    @Override
    public void addRows(
        float[] m, int kept, int images, int firstRow, int endRow, float[] totals, int worker) {
      long start = System.nanoTime();
      gradient.addRows(m, kept, images, firstRow, endRow, totals, worker);
      backwardNanos[worker * APART] += System.nanoTime() - start;
    }
  }

  OpTime time() {
    return new OpTime(
        firstStage, stages, LongStream.of(forwardNanos).sum(), LongStream.of(backwardNanos).sum());
  }

  void clear() {
    Arrays.fill(forwardNanos, 0);
    Arrays.fill(backwardNanos, 0);
  }
}
