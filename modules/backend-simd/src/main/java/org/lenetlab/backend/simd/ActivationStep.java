package org.lenetlab.backend.simd;

/** A vectorised activation, in place where nothing else needs its input. */
final class ActivationStep implements Step {
  private final InPlaceActivation activation;
  private final Tensor input;
  private final Tensor output;
  private final boolean trainsBefore;

  /**
   * @param output may be the same as {@code input}
   * @param trainsBefore whether an earlier step has parameters, so that it wants derivatives
   */
  ActivationStep(InPlaceActivation activation, Tensor input, Tensor output, boolean trainsBefore) {
    this.activation = activation;
    this.input = input;
    this.output = output;
    this.trainsBefore = trainsBefore;
  }

  @Override
  public void forward(Block block) {
    int y = block.at(output.values());
    if (input.values() != output.values()) {
      System.arraycopy(block.memory, block.at(input.values()), block.memory, y, input.length());
    }
    activation.forward(block.memory, y, output.length());
  }

  @Override
  public void backward(Block block, Derivative derivative) {
    if (trainsBefore) {
      int y = block.at(output.values());
      int dy = block.at(output.derivatives());
      int dx = block.at(input.derivatives());
      activation.backward(block.memory, y, dy, dx, output.length());
      if (derivative == Derivative.CURVATURE) {
        // The local derivative enters squared.
        activation.backward(block.memory, y, dx, dx, output.length());
      }
    }
  }
}
