package org.lenetlab.backend.nd4j;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.network.Dropout;
import org.lenetlab.api.random.RandomStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Each value times its factor: 0 or 1/(1 − rate) in training, 1 in evaluation. */
final class DropoutStep implements Step {
  private final Dropout op;
  private final RandomStream stream;
  private final float[] factors;
  private final Tensor mask;
  private final Runnable forward;
  private final @Nullable Runnable backward;

  DropoutStep(Memory memory, Dropout op, RandomStream stream, Signal x, Signal y) {
    this.op = op;
    this.stream = stream;
    factors = new float[Math.toIntExact(x.values().length())];
    mask = new Tensor(memory.array(x.values().shape()));
    forward = memory.ready(masked(x.values(), y.values()));
    INDArray dx = x.gradients();
    backward = dx == null ? null : memory.ready(masked(y.requireGradients(), dx));
  }

  private Operation masked(INDArray from, INDArray to) {
    return Operation.of("multiply", new INDArray[] {from, mask.array()}, to);
  }

  @Override
  public void begin(Batch batch, boolean training) {
    if (training) {
      for (int e = 0; e < batch.size(); e++) {
        op.maskInto(stream, batch.epoch(), batch.indices()[e], factors, e * op.input().size());
      }
    } else {
      Arrays.fill(factors, 1);
    }
    mask.write(factors, factors.length);
  }

  @Override
  public void forward() {
    forward.run();
  }

  @Override
  public void backward() {
    if (backward != null) {
      backward.run();
    }
  }
}
