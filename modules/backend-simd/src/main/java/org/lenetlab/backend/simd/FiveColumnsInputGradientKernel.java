package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.LOGICAL;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Derivatives with respect to a map of a convolution's input, with the output's maps in the lanes.
 */
final class FiveColumnsInputGradientKernel {
  /** Neighbouring pixels of the output that are taken together. */
  static final int PIXELS = 4;

  private FiveColumnsInputGradientKernel() {}

  /**
   * Writes Σ over sources and kernel columns: weights[source][column] · dy[source][pixel − column]
   * for each pixel of an input map, with a sum for each of 16 lanes. Goes along a row of the output
   * by four pixels: each has a share in five pixels of the input, so eight of these are under way.
   *
   * @param sources for each row of the input, where the derivatives of each of its sources lie: of
   *     a row of the output that has a share in it
   * @param kernelRows for each of them, where the weights of its kernel row lie
   * @param width of the output, a multiple of {@link #PIXELS}
   * @param columns how far neighbouring pixels, and the weights of neighbouring columns, are apart
   * @param sums where [row][pixel][16 lanes] lie
   * @param sumsRow how far the sums of neighbouring rows are apart
   */
  static void map(
      float[] m,
      int dy,
      int[][] sources,
      int weights,
      int[][] kernelRows,
      int width,
      int columns,
      int sums,
      int sumsRow) {
    for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
      for (int row = 0; row < sources.length; row++) {
        int[] derivatives = sources[row];
        int[] kernel = kernelRows[row];
        int s = sums + row * sumsRow + lane;
        FloatVector a0 = zero(SPECIES);
        FloatVector a1 = zero(SPECIES);
        FloatVector a2 = zero(SPECIES);
        FloatVector a3 = zero(SPECIES);
        for (int p = 0; p < width; p += PIXELS, s += PIXELS * LOGICAL) {
          FloatVector a4 = zero(SPECIES);
          FloatVector a5 = zero(SPECIES);
          FloatVector a6 = zero(SPECIES);
          FloatVector a7 = zero(SPECIES);
          int first = dy + p * columns + lane;
          for (int r = 0; r < derivatives.length; r++) {
            int d = first + derivatives[r];
            int w = weights + kernel[r] + lane;
            FloatVector w0 = fromArray(SPECIES, m, w);
            FloatVector w1 = fromArray(SPECIES, m, w + columns);
            FloatVector w2 = fromArray(SPECIES, m, w + 2 * columns);
            FloatVector w3 = fromArray(SPECIES, m, w + 3 * columns);
            FloatVector w4 = fromArray(SPECIES, m, w + 4 * columns);
            FloatVector d0 = fromArray(SPECIES, m, d);
            a0 = d0.fma(w0, a0);
            a1 = d0.fma(w1, a1);
            a2 = d0.fma(w2, a2);
            a3 = d0.fma(w3, a3);
            a4 = d0.fma(w4, a4);
            FloatVector d1 = fromArray(SPECIES, m, d + columns);
            a1 = d1.fma(w0, a1);
            a2 = d1.fma(w1, a2);
            a3 = d1.fma(w2, a3);
            a4 = d1.fma(w3, a4);
            a5 = d1.fma(w4, a5);
            FloatVector d2 = fromArray(SPECIES, m, d + 2 * columns);
            a2 = d2.fma(w0, a2);
            a3 = d2.fma(w1, a3);
            a4 = d2.fma(w2, a4);
            a5 = d2.fma(w3, a5);
            a6 = d2.fma(w4, a6);
            FloatVector d3 = fromArray(SPECIES, m, d + 3 * columns);
            a3 = d3.fma(w0, a3);
            a4 = d3.fma(w1, a4);
            a5 = d3.fma(w2, a5);
            a6 = d3.fma(w3, a6);
            a7 = d3.fma(w4, a7);
          }
          a0.intoArray(m, s);
          a1.intoArray(m, s + LOGICAL);
          a2.intoArray(m, s + 2 * LOGICAL);
          a3.intoArray(m, s + 3 * LOGICAL);
          a0 = a4;
          a1 = a5;
          a2 = a6;
          a3 = a7;
        }
        a0.intoArray(m, s);
        a1.intoArray(m, s + LOGICAL);
        a2.intoArray(m, s + 2 * LOGICAL);
        a3.intoArray(m, s + 3 * LOGICAL);
      }
    }
  }
}
