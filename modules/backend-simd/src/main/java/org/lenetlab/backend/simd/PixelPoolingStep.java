package org.lenetlab.backend.simd;

import java.util.Arrays;
import org.lenetlab.api.network.Pooling;

/** Pooling of one image. */
final class PixelPoolingStep implements Step {
  private final PixelTensor input;
  private final PixelTensor output;
  private final boolean trainsBefore;
  private final PixelPoolingKernel kernel;
  private final int stride;

  /**
   * @param trainsBefore whether an earlier step has parameters, so that it wants derivatives
   */
  PixelPoolingStep(Pooling op, PixelTensor input, PixelTensor output, boolean trainsBefore) {
    this.input = input;
    this.output = output;
    this.trainsBefore = trainsBefore;
    kernel = PixelPoolingKernel.of(op, input.row());
    stride = op.stride();
  }

  @Override
  public void forward(Block block) {
    for (int c = 0; c < output.shape().channels(); c++) {
      int x = block.at(input.values()) + c * input.plane();
      int y = block.at(output.values()) + c * output.plane();
      for (int r = 0; r < output.shape().height(); r++) {
        kernel.forward(block.memory, x + r * stride * input.row(), y + r * output.row());
      }
    }
  }

  @Override
  public void backward(Block block, Derivative derivative) {
    if (!trainsBefore) {
      return;
    }
    int all = block.at(input.derivatives());
    Arrays.fill(block.memory, all, all + input.length(), 0);
    for (int c = 0; c < output.shape().channels(); c++) {
      int x = block.at(input.values()) + c * input.plane();
      int dx = all + c * input.plane();
      int dy = block.at(output.derivatives()) + c * output.plane();
      for (int r = 0; r < output.shape().height(); r++) {
        int down = r * stride * input.row();
        kernel.backward(block.memory, x + down, dy + r * output.row(), dx + down);
      }
    }
  }
}
