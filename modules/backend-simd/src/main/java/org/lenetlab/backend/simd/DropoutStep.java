package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.BLOCK;

import java.util.Arrays;
import org.lenetlab.api.network.Dropout;
import org.lenetlab.api.random.RandomStream;

/** Dropout: a factor per value while training, nothing in evaluation. */
final class DropoutStep implements Step {
  private final Dropout op;
  private final Tensor input;
  private final Tensor output;
  private final boolean trainsBefore;
  private final RandomStream[] streams;
  private final int mask;
  private final int imageMask;

  /**
   * @param trainsBefore whether an earlier step has parameters, so that it wants derivatives
   * @param streams of its layer, one for each worker
   */
  DropoutStep(
      Dropout op,
      Tensor input,
      Tensor output,
      boolean trainsBefore,
      RandomStream[] streams,
      Arena scratch) {
    this.op = op;
    this.input = input;
    this.output = output;
    this.trainsBefore = trainsBefore;
    this.streams = streams;
    mask = scratch.reserve(input.length());
    imageMask = scratch.reserve(input.shape().size());
  }

  @Override
  public void forward(Block block) {
    float[] m = block.memory;
    int factors = block.at(mask);
    if (block.training()) {
      drawMasks(block);
    } else {
      Arrays.fill(m, factors, factors + input.length(), 1);
    }
    int x = block.at(input.values());
    AffineKernel.multiply(m, x, factors, block.at(output.values()), input.length());
  }

  private void drawMasks(Block block) {
    float[] m = block.memory;
    int drawn = block.at(imageMask);
    int factors = block.at(mask);
    RandomStream stream = streams[block.worker()];
    for (int n = 0; n < block.count(); n++) {
      int example = block.batch().indices()[block.first() + n];
      op.maskInto(stream, block.batch().epoch(), example, m, drawn);
      for (int i = 0; i < input.shape().size(); i++) {
        m[factors + i * BLOCK + n] = m[drawn + i];
      }
    }
  }

  @Override
  public void backward(Block block, Derivative derivative) {
    if (trainsBefore) {
      float[] m = block.memory;
      int factors = block.at(mask);
      int dy = block.at(output.derivatives());
      int dx = block.at(input.derivatives());
      AffineKernel.multiply(m, dy, factors, dx, input.length());
      if (derivative == Derivative.CURVATURE) {
        AffineKernel.multiply(m, dx, factors, dx, input.length());
      }
    }
  }
}
