package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.LOGICAL;

import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Shape;

/**
 * {@link WeightGradient} for one image, with the maps in the lanes: ∂L/∂w[tap] = Σ over pixels:
 * x[pixel + tap] · ∂L/∂y[pixel]. No lanes need to be added up.
 */
final class MapWeightGradient {
  /** Taps that the kernel sums up together. */
  static final int TAPS = 5;

  private final PixelTensor input;
  private final PixelTensor output;
  private final ParameterVector.Place place;
  private final int[] taps;
  private final boolean hasFiveColumns;
  private final float[] linked;
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
    taps = Correlations.forwardTaps(Geometry.of(op), input.strides());
    hasFiveColumns = op.kernel() == 5;
    linked = new float[taps.length * place.columns()];
    for (int o = 0; o < op.maps(); o++) {
      for (int source : op.connections().sources(o)) {
        for (int k = 0; k < op.kernelArea(); k++) {
          linked[(source * op.kernelArea() + k) * place.columns() + o] = 1;
        }
      }
    }
    sums = scratch.reserve(TAPS * LOGICAL);
  }

  /** Writes the derivatives of the block's image to its gradients. */
  void run(Block block) {
    float[] m = block.memory;
    int columns = place.columns();
    int x = block.at(input.values());
    int dy = block.at(output.derivatives());
    int total = block.at(sums);
    for (int map = 0; map < columns; map += LOGICAL) {
      for (int tap = 0; tap < taps.length; tap += TAPS) {
        int count = Math.min(TAPS, taps.length - tap);
        sum(m, x, tap, dy + map, total);
        int first = tap * columns + map;
        MapWeightGradientKernel.writeLinked(
            m, total, linked, first, columns, block.gradients(), place.weights() + first, count);
      }
    }
  }

  /** Writes the sums of {@link #TAPS} taps. */
  private void sum(float[] m, int x, int tap, int dy, int total) {
    Shape shape = output.shape();
    int row = input.row();
    if (hasFiveColumns) {
      FiveColumnsKernel.gradient(
          m, x + taps[tap], row, shape.height(), shape.width(), dy, place.columns(), total);
    } else {
      MapWeightGradientKernel.sum(m, x, taps, tap, shape, row, dy, place.columns(), total);
    }
  }
}
