package org.lenetlab.backend.simd;

/** Copies the rows of an image to where the next step wants them. */
final class RepackStep implements Step {
  private final PixelTensor input;
  private final PixelTensor output;
  private final int padding;
  private final boolean trainsBefore;

  /**
   * @param padding the width of the border of zeros that the output has around the input
   * @param trainsBefore whether an earlier step has parameters, so that it wants derivatives
   */
  RepackStep(PixelTensor input, PixelTensor output, int padding, boolean trainsBefore) {
    this.input = input;
    this.output = output;
    this.padding = padding;
    this.trainsBefore = trainsBefore;
  }

  @Override
  public void forward(Block block) {
    int x = block.at(input.values());
    int y = block.at(output.values());
    copy(block.memory, x, input, 0, y, output, padding);
  }

  @Override
  public void backward(Block block, Derivative derivative) {
    if (trainsBefore) {
      int dy = block.at(output.derivatives());
      int dx = block.at(input.derivatives());
      copy(block.memory, dy, output, padding, dx, input, 0);
    }
  }

  private void copy(
      float[] m, int from, PixelTensor source, int skipped, int to, PixelTensor target, int kept) {
    for (int c = 0; c < input.shape().channels(); c++) {
      int x = from + source.strides().offset(c, skipped, skipped);
      int y = to + target.strides().offset(c, kept, kept);
      for (int r = 0; r < input.shape().height(); r++) {
        System.arraycopy(m, x, m, y, input.shape().width());
        x += source.row();
        y += target.row();
      }
    }
  }
}
