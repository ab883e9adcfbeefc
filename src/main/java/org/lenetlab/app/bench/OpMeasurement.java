package org.lenetlab.app.bench;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.backend.OpTimes.OpTime;
import org.lenetlab.api.network.Stage;
import org.lenetlab.app.describe.OpText;
import org.lenetlab.results.bench.Benchmark.OpPace;

/**
 * The ops of a training step.
 *
 * @param otherNanosPerImage thread time outside of them; null if there are none
 */
record OpMeasurement(List<OpPace> ops, @Nullable Double otherNanosPerImage) {
  static final OpMeasurement NONE = new OpMeasurement(List.of(), null);

  /**
   * What {@code times} say.
   *
   * @param images how many they are about
   * @param nanosPerImage of all threads together
   */
  static OpMeasurement of(Work work, List<OpTime> times, double images, double nanosPerImage) {
    List<OpPace> ops = times.stream().map(time -> pace(work, time, images)).toList();
    double inOps = ops.stream().mapToDouble(OpPace::nanosPerImage).sum();
    return new OpMeasurement(ops, Math.max(0, nanosPerImage - inOps));
  }

  private static OpPace pace(Work work, OpTime time, double images) {
    List<Stage> stages =
        work.stages().subList(time.firstStage(), time.firstStage() + time.stages());
    return new OpPace(
        stages.stream().map(Stage::layer).distinct().collect(Collectors.joining(", ")),
        stages.stream().map(stage -> OpText.name(stage.op())).collect(Collectors.joining(", ")),
        time.forwardNanos() / images,
        time.backwardNanos() / images,
        work.forwardFlops(time.firstStage(), time.stages()),
        work.backwardFlops(time.firstStage(), time.stages()));
  }
}
