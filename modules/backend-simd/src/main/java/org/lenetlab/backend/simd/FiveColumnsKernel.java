package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.LOGICAL;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Convolutions with kernels of five columns over one image, with 16 maps in the lanes. Eight pixels
 * of a row and five kernel columns see twelve inputs: each of them is broadcast once for up to five
 * multiply-adds, where {@link MapConvolutionKernel} and {@link MapWeightGradientKernel} need a
 * broadcast for each.
 */
final class FiveColumnsKernel {
  /** The fewest neighbouring pixels that are computed together. */
  static final int PIXELS = 5;

  private FiveColumnsKernel() {}

  /**
   * y[pixel][map] = bias[map] + Σ over taps: x[pixel + tap] · weights[tap][map], for five pixels.
   *
   * @param x where the input of the first pixel's first tap lies
   * @param rows for each input map and kernel row, how far its input lies from there
   * @param columns how far the weights of neighbouring taps, and neighbouring outputs, are apart
   */
  static void five(float[] m, int x, int[] rows, int weights, int bias, int columns, int y) {
    for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
      FloatVector a0 = fromArray(SPECIES, m, bias + lane);
      FloatVector a1 = a0;
      FloatVector a2 = a0;
      FloatVector a3 = a0;
      FloatVector a4 = a0;
      int w = weights + lane;
      for (int r = 0; r < rows.length; r++, w += 5 * columns) {
        int i = x + rows[r];
        FloatVector w0 = fromArray(SPECIES, m, w);
        FloatVector w1 = fromArray(SPECIES, m, w + columns);
        FloatVector w2 = fromArray(SPECIES, m, w + 2 * columns);
        FloatVector w3 = fromArray(SPECIES, m, w + 3 * columns);
        FloatVector w4 = fromArray(SPECIES, m, w + 4 * columns);
        FloatVector x0 = broadcast(SPECIES, m[i]);
        a0 = x0.fma(w0, a0);
        FloatVector x1 = broadcast(SPECIES, m[i + 1]);
        a0 = x1.fma(w1, a0);
        a1 = x1.fma(w0, a1);
        FloatVector x2 = broadcast(SPECIES, m[i + 2]);
        a0 = x2.fma(w2, a0);
        a1 = x2.fma(w1, a1);
        a2 = x2.fma(w0, a2);
        FloatVector x3 = broadcast(SPECIES, m[i + 3]);
        a0 = x3.fma(w3, a0);
        a1 = x3.fma(w2, a1);
        a2 = x3.fma(w1, a2);
        a3 = x3.fma(w0, a3);
        FloatVector x4 = broadcast(SPECIES, m[i + 4]);
        a0 = x4.fma(w4, a0);
        a1 = x4.fma(w3, a1);
        a2 = x4.fma(w2, a2);
        a3 = x4.fma(w1, a3);
        a4 = x4.fma(w0, a4);
        FloatVector x5 = broadcast(SPECIES, m[i + 5]);
        a1 = x5.fma(w4, a1);
        a2 = x5.fma(w3, a2);
        a3 = x5.fma(w2, a3);
        a4 = x5.fma(w1, a4);
        FloatVector x6 = broadcast(SPECIES, m[i + 6]);
        a2 = x6.fma(w4, a2);
        a3 = x6.fma(w3, a3);
        a4 = x6.fma(w2, a4);
        FloatVector x7 = broadcast(SPECIES, m[i + 7]);
        a3 = x7.fma(w4, a3);
        a4 = x7.fma(w3, a4);
        FloatVector x8 = broadcast(SPECIES, m[i + 8]);
        a4 = x8.fma(w4, a4);
      }
      int o = y + lane;
      a0.intoArray(m, o);
      a1.intoArray(m, o + columns);
      a2.intoArray(m, o + 2 * columns);
      a3.intoArray(m, o + 3 * columns);
      a4.intoArray(m, o + 4 * columns);
    }
  }

  /** {@link #five} for eight pixels. */
  static void eight(float[] m, int x, int[] rows, int weights, int bias, int columns, int y) {
    for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
      FloatVector a0 = fromArray(SPECIES, m, bias + lane);
      FloatVector a1 = a0;
      FloatVector a2 = a0;
      FloatVector a3 = a0;
      FloatVector a4 = a0;
      FloatVector a5 = a0;
      FloatVector a6 = a0;
      FloatVector a7 = a0;
      int w = weights + lane;
      for (int r = 0; r < rows.length; r++, w += 5 * columns) {
        int i = x + rows[r];
        FloatVector w0 = fromArray(SPECIES, m, w);
        FloatVector w1 = fromArray(SPECIES, m, w + columns);
        FloatVector w2 = fromArray(SPECIES, m, w + 2 * columns);
        FloatVector w3 = fromArray(SPECIES, m, w + 3 * columns);
        FloatVector w4 = fromArray(SPECIES, m, w + 4 * columns);
        FloatVector x0 = broadcast(SPECIES, m[i]);
        a0 = x0.fma(w0, a0);
        FloatVector x1 = broadcast(SPECIES, m[i + 1]);
        a0 = x1.fma(w1, a0);
        a1 = x1.fma(w0, a1);
        FloatVector x2 = broadcast(SPECIES, m[i + 2]);
        a0 = x2.fma(w2, a0);
        a1 = x2.fma(w1, a1);
        a2 = x2.fma(w0, a2);
        FloatVector x3 = broadcast(SPECIES, m[i + 3]);
        a0 = x3.fma(w3, a0);
        a1 = x3.fma(w2, a1);
        a2 = x3.fma(w1, a2);
        a3 = x3.fma(w0, a3);
        FloatVector x4 = broadcast(SPECIES, m[i + 4]);
        a0 = x4.fma(w4, a0);
        a1 = x4.fma(w3, a1);
        a2 = x4.fma(w2, a2);
        a3 = x4.fma(w1, a3);
        a4 = x4.fma(w0, a4);
        FloatVector x5 = broadcast(SPECIES, m[i + 5]);
        a1 = x5.fma(w4, a1);
        a2 = x5.fma(w3, a2);
        a3 = x5.fma(w2, a3);
        a4 = x5.fma(w1, a4);
        a5 = x5.fma(w0, a5);
        FloatVector x6 = broadcast(SPECIES, m[i + 6]);
        a2 = x6.fma(w4, a2);
        a3 = x6.fma(w3, a3);
        a4 = x6.fma(w2, a4);
        a5 = x6.fma(w1, a5);
        a6 = x6.fma(w0, a6);
        FloatVector x7 = broadcast(SPECIES, m[i + 7]);
        a3 = x7.fma(w4, a3);
        a4 = x7.fma(w3, a4);
        a5 = x7.fma(w2, a5);
        a6 = x7.fma(w1, a6);
        a7 = x7.fma(w0, a7);
        FloatVector x8 = broadcast(SPECIES, m[i + 8]);
        a4 = x8.fma(w4, a4);
        a5 = x8.fma(w3, a5);
        a6 = x8.fma(w2, a6);
        a7 = x8.fma(w1, a7);
        FloatVector x9 = broadcast(SPECIES, m[i + 9]);
        a5 = x9.fma(w4, a5);
        a6 = x9.fma(w3, a6);
        a7 = x9.fma(w2, a7);
        FloatVector x10 = broadcast(SPECIES, m[i + 10]);
        a6 = x10.fma(w4, a6);
        a7 = x10.fma(w3, a7);
        FloatVector x11 = broadcast(SPECIES, m[i + 11]);
        a7 = x11.fma(w4, a7);
      }
      int o = y + lane;
      a0.intoArray(m, o);
      a1.intoArray(m, o + columns);
      a2.intoArray(m, o + 2 * columns);
      a3.intoArray(m, o + 3 * columns);
      a4.intoArray(m, o + 4 * columns);
      a5.intoArray(m, o + 5 * columns);
      a6.intoArray(m, o + 6 * columns);
      a7.intoArray(m, o + 7 * columns);
    }
  }

  /**
   * Writes Σ over pixels: x[pixel + tap] · dy[pixel][map] for the five taps of a kernel row to
   * [tap][16 maps].
   *
   * @param x where the input of the first pixel's first tap lies
   * @param row how far neighbouring rows of the input are apart
   * @param height of the output
   * @param width of the output
   * @param columns how far the derivatives of neighbouring pixels are apart
   */
  static void gradient(
      float[] m, int x, int row, int height, int width, int dy, int columns, int sums) {
    for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
      FloatVector a0 = zero(SPECIES);
      FloatVector a1 = zero(SPECIES);
      FloatVector a2 = zero(SPECIES);
      FloatVector a3 = zero(SPECIES);
      FloatVector a4 = zero(SPECIES);
      int d = dy + lane;
      for (int r = 0; r < height; r++) {
        int i = x + r * row;
        int end = i + width;
        for (; i + 4 <= end; i += 4, d += 4 * columns) {
          FloatVector d0 = fromArray(SPECIES, m, d);
          FloatVector d1 = fromArray(SPECIES, m, d + columns);
          FloatVector d2 = fromArray(SPECIES, m, d + 2 * columns);
          FloatVector d3 = fromArray(SPECIES, m, d + 3 * columns);
          FloatVector x0 = broadcast(SPECIES, m[i]);
          a0 = x0.fma(d0, a0);
          FloatVector x1 = broadcast(SPECIES, m[i + 1]);
          a0 = x1.fma(d1, a0);
          a1 = x1.fma(d0, a1);
          FloatVector x2 = broadcast(SPECIES, m[i + 2]);
          a0 = x2.fma(d2, a0);
          a1 = x2.fma(d1, a1);
          a2 = x2.fma(d0, a2);
          FloatVector x3 = broadcast(SPECIES, m[i + 3]);
          a0 = x3.fma(d3, a0);
          a1 = x3.fma(d2, a1);
          a2 = x3.fma(d1, a2);
          a3 = x3.fma(d0, a3);
          FloatVector x4 = broadcast(SPECIES, m[i + 4]);
          a1 = x4.fma(d3, a1);
          a2 = x4.fma(d2, a2);
          a3 = x4.fma(d1, a3);
          a4 = x4.fma(d0, a4);
          FloatVector x5 = broadcast(SPECIES, m[i + 5]);
          a2 = x5.fma(d3, a2);
          a3 = x5.fma(d2, a3);
          a4 = x5.fma(d1, a4);
          FloatVector x6 = broadcast(SPECIES, m[i + 6]);
          a3 = x6.fma(d3, a3);
          a4 = x6.fma(d2, a4);
          FloatVector x7 = broadcast(SPECIES, m[i + 7]);
          a4 = x7.fma(d3, a4);
        }
        for (; i < end; i++, d += columns) {
          FloatVector v = fromArray(SPECIES, m, d);
          a0 = v.fma(broadcast(SPECIES, m[i]), a0);
          a1 = v.fma(broadcast(SPECIES, m[i + 1]), a1);
          a2 = v.fma(broadcast(SPECIES, m[i + 2]), a2);
          a3 = v.fma(broadcast(SPECIES, m[i + 3]), a3);
          a4 = v.fma(broadcast(SPECIES, m[i + 4]), a4);
        }
      }
      int s = sums + lane;
      a0.intoArray(m, s);
      a1.intoArray(m, s + LOGICAL);
      a2.intoArray(m, s + 2 * LOGICAL);
      a3.intoArray(m, s + 3 * LOGICAL);
      a4.intoArray(m, s + 4 * LOGICAL);
    }
  }
}
