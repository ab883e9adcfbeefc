package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.LOGICAL;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import org.lenetlab.api.network.Shape;

/** The weights of 16 maps for five taps. */
final class MapWeightGradientKernel {
  private MapWeightGradientKernel() {}

  /**
   * Writes Σ x[pixel + tap] · d[pixel] for five taps to [tap][16 maps]. Where fewer are left, the
   * last is repeated.
   *
   * @param first the first of the taps
   * @param shape of the output
   * @param row how far neighbouring rows of the input are apart
   * @param dy derivatives with respect to the output, [pixel][map]
   */
  static void sum(
      float[] m,
      int x,
      int[] taps,
      int first,
      Shape shape,
      int row,
      int dy,
      int columns,
      int sums) {
    int last = taps.length - 1;
    int t0 = x + taps[first];
    int t1 = x + taps[Math.min(first + 1, last)];
    int t2 = x + taps[Math.min(first + 2, last)];
    int t3 = x + taps[Math.min(first + 3, last)];
    int t4 = x + taps[Math.min(first + 4, last)];
    int width = shape.width();
    int end = shape.height() * row;
    for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
      FloatVector a0 = zero(SPECIES);
      FloatVector a1 = zero(SPECIES);
      FloatVector a2 = zero(SPECIES);
      FloatVector a3 = zero(SPECIES);
      FloatVector a4 = zero(SPECIES);
      int d = dy + lane;
      for (int r = 0; r < end; r += row) {
        for (int i = r; i < r + width; i++, d += columns) {
          FloatVector v = fromArray(SPECIES, m, d);
          a0 = v.fma(broadcast(SPECIES, m[t0 + i]), a0);
          a1 = v.fma(broadcast(SPECIES, m[t1 + i]), a1);
          a2 = v.fma(broadcast(SPECIES, m[t2 + i]), a2);
          a3 = v.fma(broadcast(SPECIES, m[t3 + i]), a3);
          a4 = v.fma(broadcast(SPECIES, m[t4 + i]), a4);
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

  /**
   * Writes the sums of {@code taps} taps to rows of the weight matrix in {@code gradients}; 0 where
   * maps are not linked.
   */
  static void writeLinked(
      float[] m,
      int sums,
      float[] linked,
      int first,
      int columns,
      float[] gradients,
      int to,
      int taps) {
    for (int k = 0; k < taps; k++) {
      for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
        int row = k * columns + lane;
        fromArray(SPECIES, m, sums + k * LOGICAL + lane)
            .mul(fromArray(SPECIES, linked, first + row))
            .intoArray(gradients, to + row);
      }
    }
  }
}
