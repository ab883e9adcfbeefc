package org.lenetlab.backend.simd;

/** Copies an image to where the next step wants it. */
final class RepackStep implements Step {
  private final PixelTensor input;
  private final PixelTensor output;
  private final boolean trainsBefore;
  private final ImageCopy there;
  private final ImageCopy back;
  private final int corner;

  /**
   * @param padding the width of the border of zeros that the output has around the input
   * @param trainsBefore whether an earlier step has parameters, so that it wants derivatives
   */
  RepackStep(PixelTensor input, PixelTensor output, int padding, boolean trainsBefore) {
    this.input = input;
    this.output = output;
    this.trainsBefore = trainsBefore;
    there = new ImageCopy(input.shape(), input.strides(), output.strides());
    back = new ImageCopy(input.shape(), output.strides(), input.strides());
    corner = output.strides().offset(0, padding, padding);
  }

  @Override
  public void forward(Block block) {
    there.run(block.memory, block.at(input.values()), block.at(output.values()) + corner);
  }

  @Override
  public void backward(Block block, Derivative derivative) {
    if (trainsBefore) {
      int dy = block.at(output.derivatives()) + corner;
      back.run(block.memory, dy, block.at(input.derivatives()));
    }
  }
}
