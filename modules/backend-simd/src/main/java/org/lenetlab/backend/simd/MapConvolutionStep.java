package org.lenetlab.backend.simd;

import org.jspecify.annotations.Nullable;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Shape;

/**
 * A convolution with stride 1 over one image, with the maps in the lanes. Weights of links that do
 * not exist are 0, and their gradients are masked.
 */
final class MapConvolutionStep implements Step {
  /** Pixels that the kernel computes together. */
  static final int PIXELS = 8;

  private final PixelTensor input;
  private final PixelTensor output;
  private final ParameterVector.Place place;
  private final int[] taps;
  private final int[] pixels;
  private final MapWeightGradient weightGradient;
  private final @Nullable RowGradient inputGradient;
  private final Strides rows;
  private final int derivativeRows;

  /**
   * @param op without padding, which {@code input} has already
   * @param output has maps in the lanes, and room for eight pixels
   * @param trainsBefore whether an earlier step has parameters, so that it wants derivatives
   */
  MapConvolutionStep(
      Convolution op,
      PixelTensor input,
      PixelTensor output,
      ParameterVector.Place place,
      boolean trainsBefore,
      Arena scratch) {
    this.input = input;
    this.output = output;
    this.place = place;
    taps = Correlations.forwardTaps(op, input.strides());
    pixels = pixels(output.shape(), input.row());
    weightGradient = new MapWeightGradient(op, input, output, place, scratch);
    int plane = RowGradient.plane(op, input.row());
    inputGradient = trainsBefore ? new RowGradient(op, input, plane, place, scratch) : null;
    rows = PixelTensor.pixelsInLanes(input.row(), plane);
    scratch.reserve(op.kernel());
    derivativeRows = scratch.reserve(op.maps() * plane);
  }

  /** Where each pixel's input begins. The last is repeated to fill the last tile. */
  private static int[] pixels(Shape output, int row) {
    int[] pixels = new int[Math.max(PIXELS, output.plane())];
    for (int p = 0; p < pixels.length; p++) {
      int pixel = Math.min(p, output.plane() - 1);
      pixels[p] = pixel / output.width() * row + pixel % output.width();
    }
    return pixels;
  }

  @Override
  public void forward(Block block) {
    int columns = place.columns();
    for (int map = 0; map < columns; map += Lanes.LOGICAL) {
      int bias = block.weights() + place.bias() + map;
      int weights = block.weights() + place.weights() + map;
      int y = block.at(output.values()) + map;
      for (int p = 0; p < pixels.length; p += PIXELS) {
        MapConvolutionKernel.eight(
            block.memory,
            block.at(input.values()),
            taps,
            pixels,
            Math.min(p, pixels.length - PIXELS),
            weights,
            bias,
            columns,
            y);
      }
    }
  }

  @Override
  public void backward(Block block, Derivative derivative) {
    int dy = block.at(output.derivatives());
    float[] gradients = block.gradients();
    for (int map = 0; map < place.columns(); map += Lanes.LOGICAL) {
      ColumnSumKernel.sum(
          block.memory,
          dy + map,
          place.columns(),
          output.shape().plane(),
          gradients,
          place.bias() + map);
    }
    weightGradient.run(block);
    if (inputGradient != null) {
      int d = block.at(derivativeRows);
      ImageCopy.copy(block.memory, dy, output.strides(), d, rows, output.shape());
      inputGradient.run(block, block.weights(derivative), d, block.at(input.derivatives()));
    }
  }
}
