package org.lenetlab.backend.reference;

import java.util.Arrays;
import org.lenetlab.api.network.Dropout;
import org.lenetlab.api.random.RandomStream;

/** Each value times its factor: 0 or 1/(1 − rate) in training, 1 in evaluation. */
final class DropoutKernel implements Kernel {
  private final Dropout op;
  private final RandomStream stream;
  private final float[] mask;

  DropoutKernel(Dropout op, RandomStream stream) {
    this.op = op;
    this.stream = stream;
    mask = new float[op.input().size()];
  }

  @Override
  public void beginTraining(int epoch, int example) {
    op.maskInto(stream, epoch, example, mask, 0);
  }

  @Override
  public void beginEvaluation() {
    Arrays.fill(mask, 1);
  }

  @Override
  public void forward(double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      y[i] = mask[i] * x[i];
    }
  }

  @Override
  public void backward(Derivative derivative, double[] x, double[] dy, double[] dx) {
    for (int i = 0; i < x.length; i++) {
      dx[i] = derivative.factor(mask[i]) * dy[i];
    }
  }
}
