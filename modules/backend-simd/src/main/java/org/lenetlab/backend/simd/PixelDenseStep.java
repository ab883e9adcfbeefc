package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.LOGICAL;

/** A dense layer for one image, with its units in the lanes. */
final class PixelDenseStep implements Step {
  /** Units that the kernels compute together. */
  private static final int UNITS = 2 * LOGICAL;

  /** Inputs whose sums and derivatives fit the first-level cache. */
  private static final int INPUTS = 32;

  private final PixelTensor input;
  private final PixelTensor output;
  private final ParameterVector.Place place;
  private final boolean trainsBefore;
  private final int inputs;
  private final int columns;
  private final int lanes;

  /**
   * @param input without gaps
   * @param trainsBefore whether an earlier step has parameters, so that it wants derivatives
   */
  PixelDenseStep(
      PixelTensor input,
      PixelTensor output,
      ParameterVector.Place place,
      boolean trainsBefore,
      Arena scratch) {
    this.input = input;
    this.output = output;
    this.place = place;
    this.trainsBefore = trainsBefore;
    inputs = input.shape().size();
    columns = place.columns();
    lanes = scratch.reserve(INPUTS * LOGICAL);
  }

  private int units() {
    return output.shape().size();
  }

  @Override
  public void forward(Block block) {
    int x = block.at(input.values());
    int weights = block.weights() + place.weights();
    int bias = block.weights() + place.bias();
    int y = block.at(output.values());
    for (int unit = 0; unit < columns; unit += UNITS) {
      PixelDenseKernel.forward(
          block.memory, x, inputs, weights + unit, columns, bias + unit, y + unit);
    }
  }

  @Override
  public void backward(Block block, Derivative derivative) {
    int dy = block.at(output.derivatives());
    System.arraycopy(block.memory, dy, block.gradients(), place.bias(), units());
    for (int first = 0; first < inputs; first += INPUTS) {
      int count = Math.min(INPUTS, inputs - first);
      if (trainsBefore) {
        backward(block, block.weights(derivative) + place.weights(), dy, first, count);
      } else {
        writeGradients(block, dy, first, count);
      }
    }
  }

  private void writeGradients(Block block, int dy, int first, int count) {
    int x = block.at(input.values()) + first;
    int gradients = place.weights() + first * columns;
    for (int unit = 0; unit < columns; unit += UNITS) {
      PixelDenseKernel.gradient(
          block.memory, x, count, dy + unit, columns, block.gradients(), gradients + unit);
    }
  }

  private void backward(Block block, int weights, int dy, int first, int count) {
    float[] m = block.memory;
    int sums = block.at(lanes);
    int x = block.at(input.values()) + first;
    int row = first * columns;
    PixelDenseKernel.backward(
        m, x, count, weights + row, dy, columns, sums, block.gradients(), place.weights() + row);
    // In the order of LaneSum: first neighbours.
    for (int lanes = LOGICAL; lanes > 1; lanes /= 2) {
      PairPoolingKernel.addPairs(m, sums, INPUTS * lanes, sums);
    }
    System.arraycopy(m, sums, m, block.at(input.derivatives()) + first, count);
  }
}
