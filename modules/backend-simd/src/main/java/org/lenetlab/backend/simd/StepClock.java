package org.lenetlab.backend.simd;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.lenetlab.api.backend.OpTimes;

/** Looks at the clock before and after every step of a training. */
final class StepClock implements StepWrapper, OpTimes {
  private final int workers;
  private final List<TimedStep> steps = new ArrayList<>();

  /**
   * @param workers how many threads may run steps at the same time
   */
  StepClock(int workers) {
    this.workers = workers;
  }

  @Override
  public Step wrap(Step step, int firstStage, int stages) {
    TimedStep timed = new TimedStep(step, firstStage, stages, workers);
    steps.add(timed);
    return timed;
  }

  /** Steps for blocks and for single images stand for the same ops: one of them rests. */
  @Override
  public List<OpTime> read() {
    var byStage = new TreeMap<Integer, OpTime>();
    for (TimedStep step : steps) {
      OpTime time = step.time();
      if (time.forwardNanos() + time.backwardNanos() > 0) {
        byStage.merge(time.firstStage(), time, StepClock::sum);
      }
    }
    return List.copyOf(byStage.values());
  }

  private static OpTime sum(OpTime a, OpTime b) {
    return new OpTime(
        a.firstStage(),
        Math.max(a.stages(), b.stages()),
        a.forwardNanos() + b.forwardNanos(),
        a.backwardNanos() + b.backwardNanos());
  }

  @Override
  public void clear() {
    steps.forEach(TimedStep::clear);
  }
}
