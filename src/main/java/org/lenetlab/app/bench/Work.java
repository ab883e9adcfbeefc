package org.lenetlab.app.bench;

import java.util.List;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Stage;

/**
 * How many floating-point operations an image costs. Only ops with weights count: those of
 * activations and pooling are few, and no two programs count them alike. Backward, an op computes
 * the gradient of its weights and, unless nothing before it is trained, that of its inputs; each
 * costs as much as forward.
 */
final class Work {
  private final List<Stage> stages;

  Work(Network network) {
    stages = network.stages();
  }

  List<Stage> stages() {
    return stages;
  }

  long forwardFlops() {
    return forwardFlops(0, stages.size());
  }

  long trainingFlops() {
    return forwardFlops() + backwardFlops(0, stages.size());
  }

  /** Those of {@code count} stages. */
  long forwardFlops(int first, int count) {
    return stages.subList(first, first + count).stream().mapToLong(Work::forwardFlops).sum();
  }

  /** Those of {@code count} stages. */
  long backwardFlops(int first, int count) {
    long flops = 0;
    for (int i = first; i < first + count; i++) {
      int stage = i;
      boolean trainsBefore =
          stages.subList(0, stage).stream().anyMatch(before -> !before.parameters().isEmpty());
      flops += forwardFlops(stages.get(stage)) * (trainsBefore ? 2 : 1);
    }
    return flops;
  }

  private static long forwardFlops(Stage stage) {
    Op op = stage.op();
    return op.parameters().isEmpty() ? 0 : op.flops();
  }
}
