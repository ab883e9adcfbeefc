package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.BLOCK;
import static org.lenetlab.backend.simd.TiledTensor.POINTS;

import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Shape;

/**
 * The outputs of a convolution over a single map, as of a first one over grey images, in the tiles
 * of {@link WinogradStep}. With only five sums at a point, storing and loading what is between the
 * transforms would cost more than tiles save: so one tile at a time is taken through all of them,
 * down the rows of a column of tiles, and its sums stay in registers.
 */
final class TiledConvolution {
  /** Floats of a tile at all points, [point][image]. */
  static final int TILE = POINTS * BLOCK;

  /** Maps whose sums stay in registers. */
  private static final int MAPS = 2;

  private final Shape output;
  private final int outputPlane;
  private final int inputRow;
  private final int inputHeight;
  private final ParameterVector.Place place;
  private final RowTiles tiles;

  /** The transformed weights, [point][kernel row][map]. */
  private final int weights;

  private final int weightPlane;

  /** A column of transformed tiles of the input. */
  private final int column;

  private final int sums;

  /**
   * @param padded the shape of the input with its padding
   * @param weightArea the area of the weights, for the transformed ones
   */
  TiledConvolution(
      Convolution op, Shape padded, ParameterVector.Place place, Arena weightArea, Arena scratch) {
    this.place = place;
    output = op.output();
    outputPlane = output.plane() * BLOCK;
    inputRow = padded.width() * BLOCK;
    inputHeight = padded.height();
    tiles = new RowTiles(output.width(), scratch);
    weightPlane = RowTiles.KERNEL * place.columns();
    weights = weightArea.reserve(POINTS * weightPlane);
    column = scratch.reserve(inputHeight * TILE);
    sums = scratch.reserve(MAPS * TILE);
  }

  /** Whether it can compute a convolution, and is faster than {@link Correlation}. */
  static boolean suits(Convolution op) {
    return RowTiles.suit(op) && op.input().channels() == 1 && op.maps() >= MAPS;
  }

  /** Transforms the weights of an area. */
  void pack(float[] m, int area) {
    int from = area + place.weights();
    RowTiles.weights(m, from, RowTiles.KERNEL, place.columns(), area + weights);
  }

  /**
   * Writes the outputs.
   *
   * @param x where the padded input lies
   * @param y where the output goes
   */
  void run(Block block, int x, int y) {
    for (int t = 0; t < tiles.count(); t++) {
      int first = tiles.column(t) * BLOCK;
      int tile = block.at(column);
      for (int row = 0; row < inputHeight; row++, tile += TILE) {
        RowTransformKernel.inputs(block.memory, x + row * inputRow + first, tile, BLOCK);
        int outputRow = row - (RowTiles.KERNEL - 1);
        if (outputRow >= 0) {
          int top = tile - (RowTiles.KERNEL - 1) * TILE;
          writeTile(block, top, y + outputRow * output.width() * BLOCK + first);
        }
      }
    }
  }

  /**
   * Writes four neighbouring outputs of all maps; where maps are left over, some of them twice.
   *
   * @param top the uppermost of the five tiles of the input
   */
  private void writeTile(Block block, int top, int y) {
    float[] m = block.memory;
    int sum = block.at(sums);
    for (int next = 0; next < output.channels(); next += MAPS) {
      int map = Math.min(next, output.channels() - MAPS);
      int w = block.weights() + weights + map;
      TileSumKernel.two(m, top, w, place.columns(), weightPlane, sum);
      for (int k = 0; k < MAPS; k++) {
        float bias = m[block.weights() + place.bias() + map + k];
        int to = y + (map + k) * outputPlane;
        RowTransformKernel.outputs(m, sum + k * TILE, BLOCK, bias, to);
      }
    }
  }
}
