package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.LOGICAL;

import org.lenetlab.api.network.Convolution;

/**
 * {@link WeightGradient} for one image and many maps, with the maps in the lanes: ∂L/∂w[tap] = Σ
 * over pixels: x[pixel + tap] · ∂L/∂y[pixel]. No lanes need to be added up.
 */
final class MapWeightGradient implements WeightSums {
  /** Taps that the kernel sums up together. */
  static final int TAPS = 5;

  private final PixelTensor input;
  private final PixelTensor output;
  private final ParameterVector.Place place;
  private final int[] taps;
  private final float[] linked;
  private final int transposed;
  private final int sums;

  MapWeightGradient(
      Convolution op,
      PixelTensor input,
      PixelTensor output,
      ParameterVector.Place place,
      Arena scratch) {
    this.input = input;
    this.output = output;
    this.place = place;
    taps = Correlations.forwardTaps(op, input.strides());
    linked = new float[taps.length * place.columns()];
    for (int o = 0; o < op.maps(); o++) {
      for (int source : op.connections().sources(o)) {
        for (int k = 0; k < op.kernelArea(); k++) {
          linked[(source * op.kernelArea() + k) * place.columns() + o] = 1;
        }
      }
    }
    transposed = scratch.reserve(op.output().plane() * place.columns());
    sums = scratch.reserve(TAPS * LOGICAL);
  }

  @Override
  public void run(Block block, int x, int dy) {
    float[] m = block.memory;
    int columns = place.columns();
    int d = block.at(transposed);
    transpose(m, dy, d);
    int total = block.at(sums);
    for (int map = 0; map < columns; map += LOGICAL) {
      for (int tap = 0; tap < taps.length; tap += TAPS) {
        int count = Math.min(TAPS, taps.length - tap);
        MapWeightGradientKernel.sum(
            m, x, taps, tap, output.shape(), input.row(), d + map, columns, total);
        int first = tap * columns + map;
        int to = block.sum(place.weights() + first);
        MapWeightGradientKernel.addLinked(m, total, linked, first, columns, to, count);
      }
    }
  }

  /** Brings [map][row][column] to [row][column][map]. */
  private void transpose(float[] m, int dy, int to) {
    int columns = place.columns();
    int width = output.shape().width();
    for (int o = 0; o < output.shape().channels(); o++) {
      int t = to + o;
      for (int r = 0; r < output.shape().height(); r++) {
        int from = dy + o * output.plane() + r * output.row();
        for (int i = from; i < from + width; i++, t += columns) {
          m[t] = m[i];
        }
      }
    }
  }
}
