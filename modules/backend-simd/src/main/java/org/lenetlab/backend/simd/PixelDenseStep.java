package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.LOGICAL;

/** A dense layer for one image, with its units in the lanes. */
final class PixelDenseStep implements Step {
  /** Units that the kernels compute together. */
  private static final int UNITS = 2 * LOGICAL;

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
    lanes = scratch.reserve(4 * LOGICAL);
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
    float[] m = block.memory;
    int dy = block.at(output.derivatives());
    float[] gradients = block.gradients();
    System.arraycopy(m, dy, gradients, place.bias(), units());
    int x = block.at(input.values());
    for (int unit = 0; unit < columns; unit += UNITS) {
      int to = place.weights() + unit;
      PixelDenseKernel.gradient(m, x, inputs, dy + unit, columns, gradients, to);
    }
    if (trainsBefore) {
      writeInputDerivatives(block, block.weights(derivative) + place.weights(), dy);
    }
  }

  private void writeInputDerivatives(Block block, int weights, int dy) {
    float[] m = block.memory;
    int dx = block.at(input.derivatives());
    int sums = block.at(lanes);
    int i = 0;
    for (; i + 4 <= inputs; i += 4) {
      DotKernel.four(m, dy, weights + i * columns, columns, sums);
      for (int k = 0; k < 4; k++) {
        m[dx + i + k] = LaneSum.total(m, sums + k * LOGICAL);
      }
    }
    for (; i < inputs; i++) {
      LaneSumKernel.dot(m, dy, weights + i * columns, columns, sums);
      m[dx + i] = LaneSum.total(m, sums);
    }
  }
}
