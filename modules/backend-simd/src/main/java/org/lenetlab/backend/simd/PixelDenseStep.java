package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.LOGICAL;

/** A dense layer for one image, with its units in the lanes. */
final class PixelDenseStep implements Step {
  private final PixelTensor input;
  private final PixelTensor output;
  private final ParameterVector.Place place;
  private final boolean trainsBefore;
  private final int inputs;
  private final Product forward;
  private final Product weightGradient;
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
    int columns = place.columns();
    forward = new Product(1, columns, inputs, inputs, columns);
    weightGradient = new Product(inputs, columns, 1, 1, columns);
    lanes = scratch.reserve(4 * LOGICAL);
  }

  private int units() {
    return output.shape().size();
  }

  @Override
  public void forward(Block block) {
    float[] m = block.memory;
    int y = block.at(output.values());
    System.arraycopy(m, block.weights() + place.bias(), m, y, units());
    forward.run(m, block.at(input.values()), block.weights() + place.weights(), y);
  }

  @Override
  public void backward(Block block, Derivative derivative) {
    float[] m = block.memory;
    int dy = block.at(output.derivatives());
    int bias = block.sum(place.bias());
    for (int o = 0; o < units(); o++) {
      m[bias + o] += m[dy + o];
    }
    weightGradient.run(m, block.at(input.values()), dy, block.sum(place.weights()));
    if (trainsBefore) {
      int dx = block.at(input.derivatives());
      int weights = block.weights(derivative) + place.weights();
      int sums = block.at(lanes);
      int i = 0;
      for (; i + 4 <= inputs; i += 4) {
        DotKernel.four(m, dy, weights + i * place.columns(), place.columns(), sums);
        for (int k = 0; k < 4; k++) {
          m[dx + i + k] = LaneSum.total(m, sums + k * LOGICAL);
        }
      }
      for (; i < inputs; i++) {
        LaneSumKernel.dot(m, dy, weights + i * place.columns(), place.columns(), sums);
        m[dx + i] = LaneSum.total(m, sums);
      }
    }
  }
}
