package org.lenetlab.backend.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.factory.Nd4j;

/**
 * y = x where x is positive, slope·x elsewhere. The derivative is made of the unit step: ND4J's own
 * lrelu_bp has 1 instead of the slope at 0, and its relu_bp takes several times as long.
 */
final class RectifierStep implements Step {
  private final Runnable forward;
  private final List<Runnable> backward = new ArrayList<>();

  RectifierStep(Memory memory, double slope, Signal x, Signal y) {
    String name = slope == 0 ? "relu" : "lrelu";
    forward = memory.ready(Operation.of(name, x.values(), y.values()).with(slope));
    INDArray dx = x.gradients();
    if (dx != null) {
      var positive = new org.nd4j.linalg.api.ops.impl.scalar.Step(x.values(), dx);
      backward.add(() -> Nd4j.getExecutioner().exec(positive));
      if (slope != 0) {
        ScalarMultiplication scaled = new ScalarMultiplication(dx, null, dx, 1 - slope);
        ScalarAdd shifted = new ScalarAdd(dx, null, dx, slope);
        backward.add(() -> Nd4j.getExecutioner().exec(scaled));
        backward.add(() -> Nd4j.getExecutioner().exec(shifted));
      }
      INDArray[] factors = {dx, y.requireGradients()};
      backward.add(memory.ready(Operation.of("multiply", factors, dx)));
    }
  }

  @Override
  public void forward() {
    forward.run();
  }

  @Override
  public void backward() {
    backward.forEach(Runnable::run);
  }
}
