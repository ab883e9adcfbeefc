package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.LOGICAL;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** What two rows of a convolution's output contribute to the derivatives of its input. */
final class RowGradientKernel {
  private RowGradientKernel() {}

  /**
   * Writes, for five kernel rows and two output rows, Σ over taps: weights[tap] · dy[row + tap] for
   * 16 neighbouring pixels, laid out [kernel row][output row][16].
   *
   * @param taps for each map and kernel column, how far its derivative lies from the pixel
   * @param places for each of them, where its weight of the first kernel row lies
   * @param step how far the weights of neighbouring kernel rows are apart
   * @param kernelRows the number of kernel rows; where fewer than five, the last is repeated
   */
  static void five(
      float[] m,
      int dy,
      int row,
      int[] taps,
      int weights,
      int[] places,
      int step,
      int kernelRows,
      int sums) {
    int w0 = weights;
    int w1 = weights + Math.min(1, kernelRows - 1) * step;
    int w2 = weights + Math.min(2, kernelRows - 1) * step;
    int w3 = weights + Math.min(3, kernelRows - 1) * step;
    int w4 = weights + Math.min(4, kernelRows - 1) * step;
    for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
      FloatVector a0 = zero(SPECIES);
      FloatVector a1 = zero(SPECIES);
      FloatVector a2 = zero(SPECIES);
      FloatVector a3 = zero(SPECIES);
      FloatVector a4 = zero(SPECIES);
      FloatVector b0 = zero(SPECIES);
      FloatVector b1 = zero(SPECIES);
      FloatVector b2 = zero(SPECIES);
      FloatVector b3 = zero(SPECIES);
      FloatVector b4 = zero(SPECIES);
      int d = dy + lane;
      for (int t = 0; t < taps.length; t++) {
        int place = places[t];
        FloatVector u = fromArray(SPECIES, m, d + taps[t]);
        FloatVector v = fromArray(SPECIES, m, d + taps[t] + row);
        FloatVector k0 = broadcast(SPECIES, m[w0 + place]);
        a0 = u.fma(k0, a0);
        b0 = v.fma(k0, b0);
        FloatVector k1 = broadcast(SPECIES, m[w1 + place]);
        a1 = u.fma(k1, a1);
        b1 = v.fma(k1, b1);
        FloatVector k2 = broadcast(SPECIES, m[w2 + place]);
        a2 = u.fma(k2, a2);
        b2 = v.fma(k2, b2);
        FloatVector k3 = broadcast(SPECIES, m[w3 + place]);
        a3 = u.fma(k3, a3);
        b3 = v.fma(k3, b3);
        FloatVector k4 = broadcast(SPECIES, m[w4 + place]);
        a4 = u.fma(k4, a4);
        b4 = v.fma(k4, b4);
      }
      int s = sums + lane;
      a0.intoArray(m, s);
      b0.intoArray(m, s + LOGICAL);
      a1.intoArray(m, s + 2 * LOGICAL);
      b1.intoArray(m, s + 3 * LOGICAL);
      a2.intoArray(m, s + 4 * LOGICAL);
      b2.intoArray(m, s + 5 * LOGICAL);
      a3.intoArray(m, s + 6 * LOGICAL);
      b3.intoArray(m, s + 7 * LOGICAL);
      a4.intoArray(m, s + 8 * LOGICAL);
      b4.intoArray(m, s + 9 * LOGICAL);
    }
  }

  /** Adds what {@code kernelRows} kernel rows contribute to the input rows from {@code dx} on. */
  static void addRows(float[] m, int sums, int kernelRows, int dx, int row) {
    for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
      for (int k = 0; k < kernelRows; k++) {
        int s = sums + 2 * k * LOGICAL + lane;
        int x = dx + k * row + lane;
        fromArray(SPECIES, m, s).add(fromArray(SPECIES, m, x)).intoArray(m, x);
        fromArray(SPECIES, m, s + LOGICAL)
            .add(fromArray(SPECIES, m, x + row))
            .intoArray(m, x + row);
      }
    }
  }
}
