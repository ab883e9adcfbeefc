package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.BLOCK;
import static org.lenetlab.backend.simd.TiledTensor.POINTS;

import java.util.Arrays;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Shape;

/**
 * The gradient of the parameters of a first convolution in the tiles of {@link WinogradStep}.
 * Derivatives are transformed some rows at a time, so that they stay in the cache. Nobody asks for
 * those of the inputs.
 */
final class TiledWeightGradient {
  /** Rows of outputs that are transformed at a time. */
  private static final int ROWS = 4;

  private final Shape output;
  private final int row;
  private final int inputHeight;
  private final ParameterVector.Place place;
  private final RowTiles tiles;
  private final TiledTensor tiledInput;

  /** The transformed derivatives with respect to {@link #ROWS} rows of all output maps. */
  private final TiledTensor tiledRows;

  private final WeightGradient[] gradients = new WeightGradient[POINTS];
  private final int kernelRows;
  private final int pointSums;

  /**
   * @param padded the shape of the input with its padding
   */
  TiledWeightGradient(Convolution op, Shape padded, ParameterVector.Place place, Arena scratch) {
    this.place = place;
    output = op.output();
    row = padded.width() * BLOCK;
    tiles = new RowTiles(output.width(), scratch);
    inputHeight = padded.height();
    Shape tiled = new Shape(padded.channels(), ROWS + RowTiles.KERNEL - 1, tiles.count());
    tiledInput = TiledTensor.reserve(tiled, scratch);
    tiledRows = TiledTensor.reserve(new Shape(op.maps(), ROWS, tiles.count()), scratch);
    kernelRows = padded.channels() * RowTiles.KERNEL;
    int plane = kernelRows * place.columns();
    pointSums = scratch.reserve(POINTS * plane);
    Geometry geometry = new Geometry(tiled, RowTiles.KERNEL, 1, 1, 0, op.connections());
    int[] pixels = WeightGradient.pixels(geometry, tiled);
    var atPoint = new ParameterVector.Place(0, place.columns(), 0, plane);
    Arrays.setAll(
        gradients,
        p ->
            new WeightGradient(
                geometry,
                pixels,
                Strides.ofBlock(tiled),
                ROWS * tiles.count() * BLOCK,
                atPoint,
                scratch));
  }

  /**
   * Whether it is faster than {@link WeightGradient}.
   *
   * @param trainsBefore whether an earlier step has parameters
   */
  static boolean suits(Convolution op, boolean trainsBefore) {
    return RowTiles.suit(op) && !trainsBefore && op.maps() >= 3;
  }

  /**
   * Adds the derivatives to the block's sums.
   *
   * @param x where the padded input lies
   * @param dy where the derivatives with respect to the output lie
   */
  void run(Block block, int x, int dy) {
    float[] m = block.memory;
    for (WeightGradient gradient : gradients) {
      gradient.begin(block);
    }
    for (int first = 0; first < output.height(); first += ROWS) {
      addRows(block, x, dy, first, Math.min(first + ROWS, output.height()));
    }
    int plane = kernelRows * place.columns();
    int sums = block.at(pointSums);
    Arrays.fill(m, sums, sums + POINTS * plane, 0);
    for (int p = 0; p < POINTS; p++) {
      gradients[p].end(block, sums + p * plane);
    }
    RowTiles.addWeightGradients(m, sums, kernelRows, place.columns(), block.sum(place.weights()));
  }

  private void addRows(Block block, int x, int dy, int first, int end) {
    int rowLength = output.width() * BLOCK;
    int tiledRow = tiles.count() * BLOCK;
    int inputRows = tiledInput.shape().height();
    for (int c = 0; c < tiledInput.shape().channels(); c++) {
      int from = x + (c * inputHeight + first) * row;
      int to = block.at(tiledInput.place()) + c * inputRows * tiledRow;
      tiles.inputs(
          block.memory, from, row, end - first + RowTiles.KERNEL - 1, to, tiledInput.plane());
    }
    for (int map = 0; map < output.channels(); map++) {
      int from = dy + (map * output.height() + first) * rowLength;
      int to = block.at(tiledRows.place()) + map * ROWS * tiledRow;
      tiles.outputGradients(block, from, end - first, to, tiledRows.plane());
      int bias = block.sum(place.bias() + map);
      tiles.addBiasGradient(block, to, tiledRows.plane(), end - first, bias);
    }
    for (int p = 0; p < POINTS; p++) {
      gradients[p].addPixels(
          block,
          block.at(tiledInput.at(p)),
          block.at(tiledRows.at(p)),
          0,
          (end - first) * tiles.count());
    }
  }
}
