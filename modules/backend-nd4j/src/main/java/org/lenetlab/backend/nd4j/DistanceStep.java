package org.lenetlab.backend.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.lenetlab.api.network.Targets;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.factory.Nd4j;

/**
 * y[n,i] = Σ_j d[n,i,j]² with d[n,i,j] = x[n,j] − target[i,j]. Not by the expansion |x|² − 2x·t +
 * |t|², which loses the small distances, those that matter, to cancellation.
 */
final class DistanceStep implements Step {
  private final Runnable subtract;
  private final Runnable sumSquares;
  private final List<Runnable> backward = new ArrayList<>();

  DistanceStep(Memory memory, Targets targets, Signal x, Signal y) {
    long examples = x.values().size(0);
    int classes = targets.classes();
    int length = targets.length();
    INDArray differences = memory.array(examples, classes, length);
    Signal row = x.reshaped(examples, 1, length);
    INDArray[] terms = {row.values(), tensor(memory, targets)};
    subtract = memory.ready(Operation.of("subtract", terms, differences));
    INDArray distances = y.values().reshape('c', examples, classes);
    sumSquares = memory.ready(Operation.of("reduce_sqnorm", differences, distances, 2));
    INDArray dx = row.gradients();
    if (dx != null) {
      INDArray weighted = memory.array(examples, classes, length);
      INDArray[] factors = {differences, y.requireGradients().reshape('c', examples, classes, 1)};
      INDArray sums = dx.reshape('c', examples, length);
      ScalarMultiplication twice = new ScalarMultiplication(sums, null, sums, 2);
      backward.add(memory.ready(Operation.of("multiply", factors, weighted)));
      backward.add(memory.ready(Operation.of("reduce_sum", weighted, sums, 1)));
      backward.add(() -> Nd4j.getExecutioner().exec(twice));
    }
  }

  private static INDArray tensor(Memory memory, Targets targets) {
    int length = targets.length();
    float[] values = new float[targets.classes() * length];
    for (int k = 0; k < values.length; k++) {
      values[k] = targets.get(k / length, k % length);
    }
    INDArray array = memory.array(1, targets.classes(), length);
    new Tensor(array).write(values, values.length);
    return array;
  }

  @Override
  public void forward() {
    subtract.run();
    sumSquares.run();
  }

  @Override
  public void backward() {
    backward.forEach(Runnable::run);
  }
}
