package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.LOGICAL;

import org.lenetlab.api.network.Convolution;

/**
 * The derivatives with respect to the input of a convolution whose kernel has five columns, with
 * the maps in the lanes: no derivative is broadcast or brought to another order, but the lanes are
 * to be added up. Weights of links that do not exist are 0.
 */
final class FiveColumnsInputGradient implements MapInputGradient {
  private static final int COLUMNS = 5;

  private final Convolution op;
  private final PixelTensor input;
  private final PixelTensor output;
  private final ParameterVector.Place place;

  /** For each row of the input, where the derivatives of its sources lie. */
  private final int[][] sources;

  /** For each of them, where the weights of its kernel row lie. */
  private final int[][] kernelRows;

  private final int sums;

  FiveColumnsInputGradient(
      Convolution op,
      PixelTensor input,
      PixelTensor output,
      ParameterVector.Place place,
      Arena scratch) {
    this.op = op;
    this.input = input;
    this.output = output;
    this.place = place;
    sources = new int[op.input().height()][];
    kernelRows = new int[sources.length][];
    for (int row = 0; row < sources.length; row++) {
      findSources(row);
    }
    // Never written behind the last pixel of a row, so that the totals there are 0.
    sums = scratch.reserve(2 * pixels() * LOGICAL);
  }

  static boolean suits(Convolution op) {
    return op.kernel() == COLUMNS
        && op.output().width() % FiveColumnsInputGradientKernel.PIXELS == 0;
  }

  /** The sources of a row: the rows of the output that see it, of each 16 maps. */
  private void findSources(int row) {
    int first = Math.max(0, row - op.kernel() + 1);
    int end = Math.min(row + 1, op.output().height());
    int groups = place.columns() / LOGICAL;
    int[] derivatives = new int[(end - first) * groups];
    int[] weights = new int[derivatives.length];
    for (int i = 0; i < derivatives.length; i++) {
      int source = first + i / groups;
      int map = i % groups * LOGICAL;
      derivatives[i] = output.strides().offset(0, source, 0) + map;
      weights[i] = place.weights() + (row - source) * COLUMNS * place.columns() + map;
    }
    sources[row] = derivatives;
    kernelRows[row] = weights;
  }

  @Override
  public void run(Block block, int weights, int dy, int dx) {
    float[] m = block.memory;
    int columns = place.columns();
    int width = output.shape().width();
    int lanes = block.at(sums);
    for (int c = 0; c < op.input().channels(); c++) {
      int kernel = weights + c * op.kernelArea() * columns;
      FiveColumnsInputGradientKernel.map(
          m, dy, sources, kernel, kernelRows, width, columns, lanes, input.row() * LOGICAL);
      addLanes(m, lanes, dx + c * input.plane());
    }
  }

  /** With what lies behind rows. */
  private int pixels() {
    return input.shape().height() * input.row();
  }

  /** In the order of {@link LaneSum}: first neighbours. */
  private void addLanes(float[] m, int from, int to) {
    int pairs = from + pixels() * LOGICAL;
    PairPoolingKernel.addPairs(m, from, pixels() * 16, pairs);
    PairPoolingKernel.addPairs(m, pairs, pixels() * 8, pairs);
    PairPoolingKernel.addPairs(m, pairs, pixels() * 4, pairs);
    PairPoolingKernel.addPairs(m, pairs, pixels() * 2, to);
  }
}
