package org.lenetlab.backend.simd;

import java.util.Arrays;
import org.lenetlab.api.data.Batch;

/** Trains on the images of a small batch, one after the other. */
final class SingleImages {
  private final Step[] steps;
  private final PixelTensor input;
  private final PixelTensor output;
  private final Tensor blockOutput;
  private final Objective objective;

  /** Whether the steps' copies of the weights are those of the weights. */
  private boolean packed;

  /**
   * @param blockOutput the outputs as {@code objective} expects them
   */
  SingleImages(PixelPlan plan, Tensor blockOutput, Objective objective) {
    steps = plan.steps().toArray(Step[]::new);
    input = plan.input();
    output = plan.output();
    this.blockOutput = blockOutput;
    this.objective = objective;
  }

  /** To be called when the weights have changed. */
  void weightsChanged() {
    packed = false;
  }

  /** Leaves the sums of the batch's gradients, {@code length} of them at {@code sums}. */
  void train(Block block, Batch batch, int sums, int length) {
    float[] m = block.memory;
    if (!packed) {
      for (Step step : steps) {
        step.pack(m, block.weights());
      }
      packed = true;
    }
    Arrays.fill(m, sums, sums + length, 0);
    block.sumInto(sums);
    for (int image = 0; image < batch.size(); image++) {
      block.beginImage(batch, image);
      forward(block, batch);
      copyOutputs(block);
      objective.evaluate(block);
      objective.score(block);
      objective.writeGradient(block);
      copyDerivatives(block);
      for (int i = steps.length - 1; i >= 0; i--) {
        steps[i].backward(block, Derivative.GRADIENT);
      }
    }
  }

  private void forward(Block block, Batch batch) {
    int size = batch.imageSize();
    int plane = input.shape().plane();
    int x = block.at(input.values());
    for (int from = block.first() * size; from < (block.first() + 1) * size; from += plane) {
      System.arraycopy(batch.images(), from, block.memory, x, plane);
      x += input.plane();
    }
    for (Step step : steps) {
      step.forward(block);
    }
  }

  private void copyOutputs(Block block) {
    int to = block.at(blockOutput.values());
    int from = block.at(output.values());
    for (int i = 0; i < output.shape().size(); i++) {
      block.memory[to + i * Lanes.BLOCK] = block.memory[from + i];
    }
  }

  private void copyDerivatives(Block block) {
    int from = block.at(blockOutput.derivatives());
    int to = block.at(output.derivatives());
    for (int i = 0; i < output.shape().size(); i++) {
      block.memory[to + i] = block.memory[from + i * Lanes.BLOCK];
    }
  }
}
