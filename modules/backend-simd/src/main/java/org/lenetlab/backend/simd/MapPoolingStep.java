package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.LOGICAL;

import java.util.Arrays;
import org.lenetlab.api.network.Pooling;

/** Pooling of one image with maps in the lanes. */
final class MapPoolingStep implements Step {
  private final PixelTensor input;
  private final PixelTensor output;
  private final boolean trainsBefore;
  private final MapPoolingKernel kernel;
  private final int stride;

  /**
   * @param trainsBefore whether an earlier step has parameters, so that it wants derivatives
   */
  MapPoolingStep(Pooling op, PixelTensor input, PixelTensor output, boolean trainsBefore) {
    this.input = input;
    this.output = output;
    this.trainsBefore = trainsBefore;
    kernel = MapPoolingKernel.of(op, input);
    stride = op.stride();
  }

  @Override
  public void forward(Block block) {
    int y = block.at(output.values());
    for (int r = 0; r < output.shape().height(); r++) {
      int x = block.at(input.values()) + r * stride * input.row();
      for (int p = 0; p < output.shape().width(); p++) {
        for (int map = 0; map < input.column(); map += LOGICAL) {
          kernel.forward(block.memory, x + map, y);
          y += LOGICAL;
        }
        x += stride * input.column();
      }
    }
  }

  @Override
  public void backward(Block block, Derivative derivative) {
    if (!trainsBefore) {
      return;
    }
    int dx = block.at(input.derivatives());
    Arrays.fill(block.memory, dx, dx + input.length(), 0);
    int y = block.at(output.values());
    int dy = block.at(output.derivatives());
    for (int r = 0; r < output.shape().height(); r++) {
      int down = r * stride * input.row();
      int x = block.at(input.values()) + down;
      for (int p = 0; p < output.shape().width(); p++) {
        int across = p * stride * input.column();
        for (int map = 0; map < input.column(); map += LOGICAL) {
          kernel.backward(block.memory, x + across + map, y, dy, dx + down + across + map);
          y += LOGICAL;
          dy += LOGICAL;
        }
      }
    }
  }
}
