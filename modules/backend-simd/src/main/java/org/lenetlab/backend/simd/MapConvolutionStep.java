package org.lenetlab.backend.simd;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Shape;

/**
 * A convolution with stride 1 over one image, with the maps in the lanes. Weights of links that do
 * not exist are 0, and their gradients are masked.
 */
final class MapConvolutionStep implements Step {
  /** Pixels that {@link MapConvolutionKernel} computes together. */
  static final int PIXELS = 8;

  private final PixelTensor input;
  private final PixelTensor output;
  private final ParameterVector.Place place;
  private final int[] taps;
  private final int[] pixels;
  private final boolean hasFiveColumns;

  /** The first tap of each kernel row. */
  private final int[] kernelRows;

  private final MapWeightGradient weightGradient;
  private final @Nullable MapInputGradient inputGradient;

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
    taps = Correlations.forwardTaps(Geometry.of(op), input.strides());
    hasFiveColumns = op.kernel() == 5 && output.shape().width() >= FiveColumnsKernel.PIXELS;
    kernelRows =
        IntStream.range(0, taps.length / op.kernel()).map(i -> taps[i * op.kernel()]).toArray();
    pixels = pixels(output.shape(), input.row());
    weightGradient = new MapWeightGradient(op, input, output, place, scratch);
    inputGradient = trainsBefore ? MapInputGradient.of(op, input, output, place, scratch) : null;
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
    for (int map = 0; map < place.columns(); map += Lanes.LOGICAL) {
      int weights = block.weights() + place.weights() + map;
      int bias = block.weights() + place.bias() + map;
      int x = block.at(input.values());
      int y = block.at(output.values()) + map;
      if (hasFiveColumns) {
        forwardRows(block.memory, x, weights, bias, y);
      } else {
        forwardPixels(block.memory, x, weights, bias, y);
      }
    }
  }

  /** Where pixels are left over, the last five of a row are computed again. */
  private void forwardRows(float[] m, int x, int weights, int bias, int y) {
    int columns = place.columns();
    int width = output.shape().width();
    int step = width % 8 == 0 ? 8 : 5;
    for (int r = 0; r < output.shape().height(); r++) {
      for (int p = 0; p < width; p += step) {
        int first = Math.min(p, width - step);
        int from = x + r * input.row() + first;
        int to = y + (r * width + first) * columns;
        if (step == 8) {
          FiveColumnsKernel.eight(m, from, kernelRows, weights, bias, columns, to);
        } else {
          FiveColumnsKernel.five(m, from, kernelRows, weights, bias, columns, to);
        }
      }
    }
  }

  private void forwardPixels(float[] m, int x, int weights, int bias, int y) {
    for (int p = 0; p < pixels.length; p += PIXELS) {
      int first = Math.min(p, pixels.length - PIXELS);
      MapConvolutionKernel.eight(m, x, taps, pixels, first, weights, bias, place.columns(), y);
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
      inputGradient.run(block, block.weights(derivative), dy, block.at(input.derivatives()));
    }
  }
}
