package org.lenetlab.backend.simd;

import java.util.List;

/**
 * Which inputs each output of a cross-correlation sees, and with which weights: y[map, pixel] =
 * bias[map] + Σ over taps: weights[tap, map] · x[pixel + tap]. A convolution and its input gradient
 * are such sums, and so is a dense layer, with one pixel and a tap for each input.
 *
 * <p>A pixel sees all taps, or, near a border, a few runs of neighbouring ones.
 *
 * @param taps for each tap, how far the input lies from the pixel's own
 * @param runs for each run the first tap and the one after the last
 * @param segments the output pixels
 * @param tiles the output maps
 * @param weightStep how far the weights of neighbouring taps are apart
 * @param outputPlane how far neighbouring output maps are apart
 * @param inputStep how far the inputs of neighbouring pixels of a segment are apart
 * @param outputStep how far neighbouring pixels of a segment are apart
 */
record Correlation(
    int[] taps,
    int[] runs,
    List<Segment> segments,
    List<Tile> tiles,
    int weightStep,
    int outputPlane,
    int inputStep,
    int outputStep) {

  /**
   * Pixels of one row that see the same taps.
   *
   * @param input where the input of the first pixel lies
   * @param output where the first pixel lies
   * @param pixels how many there are
   * @param firstRun where their runs begin in {@link #runs}
   * @param endRun where their runs end
   */
  record Segment(int input, int output, int pixels, int firstRun, int endRun) {}

  /**
   * Neighbouring maps that one call of the kernel computes.
   *
   * @param first the first map
   * @param maps 6, 4 or 1
   */
  record Tile(int first, int maps) {}

  Correlation {
    segments = List.copyOf(segments);
    tiles = List.copyOf(tiles);
  }

  /**
   * Computes all outputs for a block.
   *
   * @param bias where the biases of the maps lie, or 0 for none
   * @param weights where the weights of map 0 for tap 0 lie
   */
  void run(float[] memory, int input, int bias, int weights, int output) {
    for (int s = 0; s < segments.size(); s++) {
      Segment segment = segments.get(s);
      for (int t = 0; t < tiles.size(); t++) {
        Tile tile = tiles.get(t);
        int b = bias == 0 ? 0 : bias + tile.first;
        int w = weights + tile.first;
        int y = output + tile.first * outputPlane;
        switch (tile.maps) {
          case 6 -> CorrelationKernel.six(memory, this, segment, input, b, w, y);
          case 4 -> CorrelationKernel.four(memory, this, segment, input, b, w, y);
          default -> CorrelationKernel.one(memory, this, segment, input, b, w, y);
        }
      }
    }
  }
}
