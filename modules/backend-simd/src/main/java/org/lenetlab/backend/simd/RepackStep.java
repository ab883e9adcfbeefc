package org.lenetlab.backend.simd;

/** Copies an image to where the next step wants it. */
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
    Strides to = output.strides();
    int y = block.at(output.values()) + to.offset(0, padding, padding);
    ImageCopy.copy(block.memory, block.at(input.values()), input.strides(), y, to, input.shape());
  }

  @Override
  public void backward(Block block, Derivative derivative) {
    if (trainsBefore) {
      Strides from = output.strides();
      int dy = block.at(output.derivatives()) + from.offset(0, padding, padding);
      int dx = block.at(input.derivatives());
      ImageCopy.copy(block.memory, dy, from, dx, input.strides(), input.shape());
    }
  }
}
