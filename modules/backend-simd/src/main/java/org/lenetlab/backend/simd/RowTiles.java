package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.BLOCK;
import static org.lenetlab.backend.simd.Lanes.LOGICAL;

import java.util.Arrays;
import org.lenetlab.api.network.Convolution;

/**
 * How rows of outputs are cut into tiles of four for {@link WinogradStep}. The last tile ends where
 * the row ends, if need be overlapping the one before: outputs that both have are computed twice,
 * with derivatives only in the first.
 */
final class RowTiles {
  /** Columns of a kernel. */
  static final int KERNEL = 5;

  /** Outputs of a tile. */
  static final int OUTPUTS = 4;

  /** For each tile, the first column of its outputs and inputs. */
  private final int[] columns;

  private final int width;

  /** The derivatives of the last tile, without those that it shares with the one before. */
  private final int lastTile;

  private final int laneSums;

  /**
   * @param width of a row of outputs, at least {@value #OUTPUTS}
   */
  RowTiles(int width, Arena scratch) {
    this.width = width;
    columns = new int[Math.ceilDiv(width, OUTPUTS)];
    Arrays.setAll(columns, t -> Math.min(t * OUTPUTS, width - OUTPUTS));
    lastTile = scratch.reserve(OUTPUTS * BLOCK);
    laneSums = scratch.reserve(LOGICAL);
  }

  /** The first column of a tile's outputs and inputs. */
  int column(int tile) {
    return columns[tile];
  }

  /**
   * Whether a convolution can be cut so, and its rows are not so short that much is computed twice.
   */
  static boolean suit(Convolution op) {
    return op.kernel() == KERNEL && op.stride() == 1 && op.output().width() >= 6;
  }

  /** The number of tiles of a row. */
  int count() {
    return columns.length;
  }

  /** Transforms {@code rows} rows of inputs, which are {@code row} apart. */
  void inputs(float[] m, int x, int row, int rows, int tiles, int plane) {
    int tile = tiles;
    for (int r = 0; r < rows; r++) {
      for (int column : columns) {
        RowTransformKernel.inputs(m, x + r * row + column * BLOCK, tile, plane);
        tile += BLOCK;
      }
    }
  }

  /** Transforms a row of tiles to outputs. */
  void outputs(float[] m, int tiles, int plane, float bias, int y) {
    int tile = tiles;
    for (int column : columns) {
      RowTransformKernel.outputs(m, tile, plane, bias, y + column * BLOCK);
      tile += BLOCK;
    }
  }

  /** Transforms the derivatives with respect to {@code rows} rows of outputs. */
  void outputGradients(Block block, int dy, int rows, int tiles, int plane) {
    float[] m = block.memory;
    int full = width / OUTPUTS;
    int tile = tiles;
    for (int r = 0; r < rows; r++) {
      int row = dy + r * width * BLOCK;
      for (int t = 0; t < columns.length; t++, tile += BLOCK) {
        int from = t < full ? row + columns[t] * BLOCK : lastTile(block, row + width * BLOCK);
        RowTransformKernel.outputGradients(m, from, tile, plane);
      }
    }
  }

  /**
   * Adds to {@code sum} the derivative with respect to a bias: that of a tile's outputs together is
   * what it has at the point 1.
   *
   * @param tiles the derivatives with respect to {@code rows} rows of a map
   */
  void addBiasGradient(Block block, int tiles, int plane, int rows, int sum) {
    float[] m = block.memory;
    int lanes = block.at(laneSums);
    LaneSumKernel.sum(m, tiles + plane, rows * columns.length * BLOCK, lanes);
    m[sum] += LaneSum.total(m, lanes);
  }

  /** Copies what the last tile shares with no other; before it, there are zeros. */
  private int lastTile(Block block, int rowEnd) {
    int length = width % OUTPUTS * BLOCK;
    int place = block.at(lastTile);
    int to = place + OUTPUTS * BLOCK - length;
    System.arraycopy(block.memory, rowEnd - length, block.memory, to, length);
    return place;
  }

  /** Adds to the derivatives with respect to a row of inputs those of its tiles. */
  void addInputGradients(float[] m, int tiles, int plane, int dx) {
    int tile = tiles;
    for (int column : columns) {
      RowTransformKernel.addInputGradients(m, tile, plane, dx + column * BLOCK);
      tile += BLOCK;
    }
  }

  /**
   * Transforms weights.
   *
   * @param w where the weight matrix lies
   * @param rows of kernels, of all input maps
   * @param columns the length of a row of the weight matrix
   * @param u where their values at the points go, [point][kernel row][column]
   */
  static void weights(float[] m, int w, int rows, int columns, int u) {
    for (int row = 0; row < rows; row++) {
      WeightTransformKernel.weights(
          m, w + row * KERNEL * columns, columns, u + row * columns, rows * columns);
    }
  }

  /**
   * Adds to the derivatives with respect to weights those of their values at the points.
   *
   * @param du where these lie, [point][kernel row][column]
   * @param rows of kernels, of all input maps
   * @param columns the length of a row of the weight matrix
   * @param dw where the derivatives with respect to the weight matrix lie
   */
  static void addWeightGradients(float[] m, int du, int rows, int columns, int dw) {
    for (int row = 0; row < rows; row++) {
      WeightTransformKernel.addGradients(
          m, du + row * columns, rows * columns, columns, dw + row * KERNEL * columns);
    }
  }
}
