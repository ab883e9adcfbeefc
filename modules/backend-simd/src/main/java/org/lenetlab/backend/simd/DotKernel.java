package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.LOGICAL;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Products of a vector with rows of a matrix, with a sum for each of the 16 lanes. */
final class DotKernel {
  private DotKernel() {}

  /**
   * Writes the lanes of four rows' products to the 64 floats at {@code sums}.
   *
   * @param v where the vector lies
   * @param row where the first row lies
   * @param columns the length of the vector and of a row, a multiple of 16
   */
  static void four(float[] m, int v, int row, int columns, int sums) {
    for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
      FloatVector a0 = zero(SPECIES);
      FloatVector a1 = zero(SPECIES);
      FloatVector a2 = zero(SPECIES);
      FloatVector a3 = zero(SPECIES);
      int w = row + lane;
      for (int i = v + lane; i < v + columns; i += LOGICAL, w += LOGICAL) {
        FloatVector x = fromArray(SPECIES, m, i);
        a0 = x.fma(fromArray(SPECIES, m, w), a0);
        a1 = x.fma(fromArray(SPECIES, m, w + columns), a1);
        a2 = x.fma(fromArray(SPECIES, m, w + 2 * columns), a2);
        a3 = x.fma(fromArray(SPECIES, m, w + 3 * columns), a3);
      }
      int s = sums + lane;
      a0.intoArray(m, s);
      a1.intoArray(m, s + LOGICAL);
      a2.intoArray(m, s + 2 * LOGICAL);
      a3.intoArray(m, s + 3 * LOGICAL);
    }
  }
}
