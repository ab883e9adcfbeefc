package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.LOGICAL;

/** A coefficient and a bias per channel, for one image with maps in the lanes. */
final class MapAffineStep implements Step {
  private final PixelTensor input;
  private final PixelTensor output;
  private final ParameterVector.Place place;
  private final boolean trainsBefore;

  /**
   * @param input has the channels of {@code output}, in the same order
   * @param trainsBefore whether an earlier step has parameters, so that it wants derivatives
   */
  MapAffineStep(
      PixelTensor input, PixelTensor output, ParameterVector.Place place, boolean trainsBefore) {
    this.input = input;
    this.output = output;
    this.place = place;
    this.trainsBefore = trainsBefore;
  }

  @Override
  public void forward(Block block) {
    int x = block.at(input.values());
    int y = block.at(output.values());
    int coefficients = block.weights() + place.weights();
    int bias = block.weights() + place.bias();
    for (int map = 0; map < input.column(); map += LOGICAL) {
      MapAffineKernel.forward(
          block.memory,
          x + map,
          input.column(),
          input.shape().plane(),
          coefficients + map,
          bias + map,
          y + map);
    }
  }

  @Override
  public void backward(Block block, Derivative derivative) {
    float[] m = block.memory;
    int x = block.at(input.values());
    int dx = block.at(input.derivatives());
    int dy = block.at(output.derivatives());
    int columns = input.column();
    int pixels = input.shape().plane();
    int coefficients = block.weights(derivative) + place.weights();
    for (int map = 0; map < columns; map += LOGICAL) {
      int coefficient = place.weights() + map;
      ColumnSumKernel.dot(m, dy + map, x + map, columns, pixels, block.gradients(), coefficient);
      ColumnSumKernel.sum(m, dy + map, columns, pixels, block.gradients(), place.bias() + map);
      if (trainsBefore) {
        MapAffineKernel.scale(m, dy + map, columns, pixels, coefficients + map, dx + map);
      }
    }
  }
}
