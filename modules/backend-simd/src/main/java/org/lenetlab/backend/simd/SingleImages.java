package org.lenetlab.backend.simd;

import java.util.Arrays;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.data.Images;
import org.lenetlab.api.network.Shape;

/** Trains on the images of a small batch, one after the other. */
final class SingleImages {
  private final Step[] steps;
  private final ParameterVector.Place[] summed;
  private final PixelTensor input;
  private final PixelTensor output;
  private final Tensor blockOutput;
  private final Objective objective;

  /** The gradients of an image that is not the first of its batch. */
  private final float[] further;

  /**
   * @param blockOutput the outputs as {@code objective} expects them
   * @param length the length of the parameter vector
   */
  SingleImages(PixelPlan plan, Tensor blockOutput, Objective objective, int length) {
    steps = plan.steps().toArray(Step[]::new);
    summed = plan.summed().toArray(ParameterVector.Place[]::new);
    input = plan.input();
    output = plan.output();
    this.blockOutput = blockOutput;
    this.objective = objective;
    further = new float[length];
  }

  /**
   * Writes the sums of the batch's gradients.
   *
   * @param sums a part of the memory for the sums of parameters of which there are few
   */
  void train(Block block, Batch batch, int sums, float[] gradients) {
    block.sumInto(sums);
    for (int image = 0; image < batch.size(); image++) {
      block.beginImage(batch, image);
      forward(block, batch);
      copyOutputs(block);
      objective.evaluate(block);
      objective.score(block);
      objective.writeGradient(block);
      copyDerivatives(block);
      float[] ofImage = image == 0 ? gradients : further;
      backward(block, ofImage);
      if (image > 0) {
        add(ofImage, gradients);
      }
    }
  }

  private void backward(Block block, float[] gradients) {
    block.writeTo(gradients);
    for (ParameterVector.Place place : summed) {
      Arrays.fill(block.memory, block.sum(place.weights()), block.sum(place.end()), 0);
    }
    for (int i = steps.length - 1; i >= 0; i--) {
      steps[i].backward(block, Derivative.GRADIENT);
    }
    for (ParameterVector.Place place : summed) {
      int length = place.end() - place.weights();
      System.arraycopy(
          block.memory, block.sum(place.weights()), gradients, place.weights(), length);
    }
  }

  private static void add(float[] more, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
  }

  private void forward(Block block, Batch batch) {
    load(block, batch);
    for (Step step : steps) {
      step.forward(block);
    }
  }

  private void load(Block block, Batch batch) {
    int x = block.at(input.values());
    Images stored = batch.unprepared(block.first());
    if (stored != null && input.isFlat()) {
      ImageLoader.load(stored, batch.indices()[block.first()], block.memory, x);
    } else {
      copy(batch.images(block.first(), block.first() + 1), block, x);
    }
  }

  private void copy(float[] images, Block block, int to) {
    Shape shape = input.shape();
    int from = block.first() * shape.size();
    for (int c = 0; c < shape.channels(); c++) {
      System.arraycopy(
          images, from + c * shape.plane(), block.memory, to + c * input.plane(), shape.plane());
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
