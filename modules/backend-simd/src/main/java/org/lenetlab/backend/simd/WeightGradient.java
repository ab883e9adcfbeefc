package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.BLOCK;
import static org.lenetlab.backend.simd.Lanes.LOGICAL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lenetlab.api.network.Shape;

/**
 * The derivatives with respect to the weights of a convolution: ∂L/∂w[tap, map] = Σ over pixels and
 * images: x[pixel + tap] · ∂L/∂y[map, pixel]. Each lane has sums of its own over the pixels; its 16
 * lanes are added up at the end of a block.
 */
final class WeightGradient {
  /** Taps of a tile. */
  static final int TAPS = 5;

  /** Largest number of maps of a tile. */
  static final int MAPS = 4;

  /** Floats that the sums of a tile take. */
  private static final int TILE = MAPS * TAPS * LOGICAL;

  /**
   * The weights of some maps for five taps. Where taps are left over, the last is repeated.
   *
   * @param taps for each tap, how far its input lies from the pixel's own
   * @param maps for each map, where its derivatives begin
   * @param rows for each tap, where its row of the weight matrix begins
   * @param columns for each map, its column
   * @param distinct how many of the taps are no repetition
   */
  record Tile(int[] taps, int[] maps, int[] rows, int[] columns, int distinct) {}

  private final int[] pixels;
  private final List<Tile> tiles = new ArrayList<>();
  private final int lanes;

  /**
   * @param pixels where the input of each output pixel's first tap lies, or of each group of them
   * @param input strides of the input with its padding
   * @param outputPlane how far neighbouring output maps are apart
   */
  WeightGradient(
      Geometry op,
      int[] pixels,
      Strides input,
      int outputPlane,
      ParameterVector.Place place,
      Arena scratch) {
    this.pixels = pixels;
    for (Correlations.Group group : Correlations.groupsByInput(op.connections())) {
      int[] linked = group.linked();
      int firstMap = 0;
      while (firstMap < linked.length) {
        int maps = maps(linked.length - firstMap);
        int taps = group.maps() * op.kernelArea();
        for (int firstTap = 0; firstTap < taps; firstTap += TAPS) {
          int row = group.first() * op.kernelArea() + firstTap;
          int distinct = Math.min(TAPS, taps - firstTap);
          tiles.add(tile(op, input, outputPlane, place, linked, firstMap, maps, row, distinct));
        }
        firstMap += maps;
      }
    }
    lanes = scratch.reserve(tiles.size() * TILE);
  }

  /**
   * Where the input of each output pixel's first tap lies in a block of images.
   *
   * @param padded the shape of the input with its padding
   */
  static int[] pixels(Geometry op, Shape padded) {
    Shape output = op.output();
    int[] pixels = new int[output.plane()];
    for (int p = 0; p < pixels.length; p++) {
      int row = p / output.width();
      int column = p % output.width();
      pixels[p] = (row * padded.width() + column) * op.stride() * BLOCK;
    }
    return pixels;
  }

  /** How many of the {@code rest} maps that are left the next tile takes: 4, 3 or 1. */
  private static int maps(int rest) {
    return rest == 3 || (rest >= 6 && rest % 4 != 0) ? 3 : rest >= 4 ? 4 : 1;
  }

  private static Tile tile(
      Geometry op,
      Strides input,
      int outputPlane,
      ParameterVector.Place place,
      int[] linked,
      int firstMap,
      int maps,
      int firstRow,
      int distinct) {
    int[] taps = new int[TAPS];
    int[] rows = new int[TAPS];
    for (int j = 0; j < TAPS; j++) {
      int row = firstRow + Math.min(j, distinct - 1);
      int channel = row / op.kernelArea();
      int u = row / op.kernelWidth() % op.kernelHeight();
      int v = row % op.kernelWidth();
      taps[j] = input.offset(channel, u, v);
      rows[j] = place.weights() + row * place.columns();
    }
    int[] planes = new int[maps];
    int[] columns = new int[maps];
    for (int k = 0; k < maps; k++) {
      columns[k] = linked[firstMap + k];
      planes[k] = columns[k] * outputPlane;
    }
    return new Tile(taps, planes, rows, columns, distinct);
  }

  /**
   * Adds the derivatives to sums.
   *
   * @param x where the padded input lies
   * @param dy where the derivatives with respect to the output lie
   * @param sums where the sums lie: a vector in the order of the parameters
   */
  void run(Block block, int x, int dy, int sums) {
    begin(block);
    addPixels(block, x, dy, 0, pixels.length);
    end(block, sums);
  }

  /** Begins to sum over pixels. */
  void begin(Block block) {
    int lane = block.at(lanes);
    Arrays.fill(block.memory, lane, lane + tiles.size() * TILE, 0);
  }

  /** Sums over some pixels of the output. */
  void addPixels(Block block, int x, int dy, int first, int end) {
    float[] m = block.memory;
    for (int t = 0; t < tiles.size(); t++) {
      Tile tile = tiles.get(t);
      int lane = block.at(lanes) + t * TILE;
      switch (tile.maps.length) {
        case 4 -> WeightGradientKernel.four(m, pixels, first, end, tile, x, dy, lane);
        case 3 -> WeightGradientKernel.three(m, pixels, first, end, tile, x, dy, lane);
        default -> WeightGradientKernel.one(m, pixels, first, end, tile, x, dy, lane);
      }
    }
  }

  /** Adds what was summed to {@code sums}. */
  void end(Block block, int sums) {
    for (int t = 0; t < tiles.size(); t++) {
      addLanes(block.memory, tiles.get(t), block.at(lanes) + t * TILE, sums);
    }
  }

  private static void addLanes(float[] m, Tile tile, int lanes, int sums) {
    for (int k = 0; k < tile.maps.length; k++) {
      for (int j = 0; j < tile.distinct; j++) {
        m[sums + tile.rows[j] + tile.columns[k]] +=
            LaneSum.total(m, lanes + (k * TAPS + j) * LOGICAL);
      }
    }
  }
}
