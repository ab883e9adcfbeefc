package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.BLOCK;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.backend.Loss;

/** What training minimises: scores a block's outputs and writes the derivatives that go back. */
final class Objective {
  private final LossFunction function;
  private final double scale;
  private final Tensor outputs;
  private final @Nullable DistanceStep distances;
  private final double[] losses;
  private final int[] predictions;

  /**
   * @param distances the step that the outputs come from, if they are distances
   * @param batchSize the largest number of examples whose scores it keeps
   */
  Objective(
      Loss loss, Tensor outputs, @Nullable DistanceStep distances, int batchSize, Arena scratch) {
    function = LossFunction.of(loss, outputs, scratch);
    scale = loss.scale().value();
    this.outputs = outputs;
    this.distances = distances;
    losses = new double[batchSize];
    predictions = new int[batchSize];
  }

  /** Evaluates the loss, for the following calls. */
  void evaluate(Block block) {
    function.evaluate(block);
  }

  /** Keeps the losses and predicted classes of a block's images. */
  void score(Block block) {
    for (int image = 0; image < block.count(); image++) {
      int example = block.first() + image;
      losses[example] = scale * function.value(block, image, block.label(image));
      predictions[example] = predicted(block, image);
    }
  }

  private int predicted(Block block, int image) {
    float[] m = block.memory;
    int first = block.at(outputs.values()) + image;
    boolean smallestWins = distances != null;
    int best = first;
    for (int i = first + BLOCK; i < first + outputs.length(); i += BLOCK) {
      if (smallestWins ? m[i] < m[best] : m[i] > m[best]) {
        best = i;
      }
    }
    return (best - first) / BLOCK;
  }

  /** The loss of the example at a place in the batch, with its scale. */
  double loss(int example) {
    return losses[example];
  }

  /** The predicted class of the example at a place in the batch. */
  int prediction(int example) {
    return predictions[example];
  }

  /** Writes the derivatives of the batch's mean loss with respect to the outputs. */
  void writeGradient(Block block) {
    function.writeGradient(block, (float) (scale / block.batch().size()));
  }

  /** How many of the last steps {@link #writeCurvature} stands for. */
  int stepsOfCurvature() {
    return distances == null ? 0 : 1;
  }

  /**
   * Writes the exact diagonal second derivatives of each image's loss: with respect to the outputs,
   * or to what distances are measured from. As a function of distances alone, the loss says too
   * little: y[label] has no curvature as a function of y, but 2 as a function of x.
   */
  void writeCurvature(Block block) {
    Tensor tensor = distances == null ? outputs : distances.input();
    int h = block.at(tensor.derivatives());
    Arrays.fill(block.memory, h, h + tensor.length(), 0);
    double[] direction = new double[outputs.shape().size()];
    for (int image = 0; image < block.count(); image++) {
      for (int j = 0; j < tensor.shape().size(); j++) {
        double second =
            distances == null
                ? ofOutput(block, image, j, direction)
                : ofDistances(distances, block, image, j, direction);
        block.memory[h + j * BLOCK + image] = (float) (scale * second);
      }
    }
  }

  private double ofOutput(Block block, int image, int j, double[] direction) {
    Arrays.fill(direction, 0);
    direction[j] = 1;
    return function.curvature(block, image, direction);
  }

  /** ∂²L/∂x[j]² = dᵀHd + 2·Σ ∂L/∂y[i], with d[i] = ∂y[i]/∂x[j] and ∂²y[i]/∂x[j]² = 2. */
  private double ofDistances(DistanceStep step, Block block, int image, int j, double[] direction) {
    int label = block.label(image);
    double gradients = 0;
    for (int i = 0; i < direction.length; i++) {
      direction[i] = step.slope(block, image, i, j);
      gradients += function.gradient(block, image, label, i);
    }
    return function.curvature(block, image, direction) + 2 * gradients;
  }
}
