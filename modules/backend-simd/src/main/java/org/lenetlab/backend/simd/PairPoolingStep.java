package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.LOGICAL;

import java.util.Arrays;
import org.lenetlab.api.network.Pooling;

/** Pooling of one image, with pixels in the lanes, by windows of 2×2 that do not overlap. */
final class PairPoolingStep implements Step {
  private final Pooling.Kind kind;
  private final PixelTensor input;
  private final PixelTensor output;
  private final boolean trainsBefore;

  /**
   * @param output has rows of whole vectors
   * @param trainsBefore whether an earlier step has parameters, so that it wants derivatives
   */
  PairPoolingStep(Pooling op, PixelTensor input, PixelTensor output, boolean trainsBefore) {
    kind = op.kind();
    this.input = input;
    this.output = output;
    this.trainsBefore = trainsBefore;
  }

  static boolean suits(Pooling op) {
    return op.window() == 2 && op.stride() == 2;
  }

  private float factor() {
    return kind == Pooling.Kind.AVERAGE ? 0.25f : 1;
  }

  @Override
  public void forward(Block block) {
    float[] m = block.memory;
    int row = input.row();
    for (int c = 0; c < output.shape().channels(); c++) {
      int x = block.at(input.values()) + c * input.plane();
      int y = block.at(output.values()) + c * output.plane();
      for (int r = 0; r < output.shape().height(); r++, x += 2 * row, y += output.row()) {
        for (int i = 0; i < output.row(); i += LOGICAL) {
          switch (kind) {
            case AVERAGE, SUM -> PairPoolingKernel.sum(m, x + 2 * i, row, factor(), y + i);
            case MAX -> PairPoolingKernel.largest(m, x + 2 * i, row, y + i);
          }
        }
      }
    }
  }

  @Override
  public void backward(Block block, Derivative derivative) {
    if (!trainsBefore) {
      return;
    }
    int all = block.at(input.derivatives());
    if (input.shape().height() % 2 != 0) {
      Arrays.fill(block.memory, all, all + input.length(), 0);
    }
    for (int c = 0; c < output.shape().channels(); c++) {
      int place = c * output.plane();
      int x = c * input.plane();
      for (int r = 0; r < output.shape().height(); r++) {
        backwardRow(block, x, place);
        x += 2 * input.row();
        place += output.row();
      }
    }
  }

  /** From the last to the first, as {@link PairPoolingKernel} tells. */
  private void backwardRow(Block block, int input, int output) {
    float[] m = block.memory;
    int row = this.input.row();
    int x = block.at(this.input.values()) + input;
    int dx = block.at(this.input.derivatives()) + input;
    int y = block.at(this.output.values()) + output;
    int dy = block.at(this.output.derivatives()) + output;
    for (int i = this.output.row() - LOGICAL; i >= 0; i -= LOGICAL) {
      switch (kind) {
        case AVERAGE, SUM -> PairPoolingKernel.spread(m, dy + i, factor(), dx + 2 * i, row);
        case MAX -> PairPoolingKernel.choose(m, x + 2 * i, row, y + i, dy + i, dx + 2 * i);
      }
    }
  }
}
