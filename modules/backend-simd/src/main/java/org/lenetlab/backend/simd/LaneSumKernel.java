package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.LOGICAL;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Sums over the pixels of a map, with a sum for each of the 16 lanes. */
final class LaneSumKernel {
  private LaneSumKernel() {}

  /** Writes to the 16 floats at {@code sums} the sums of the {@code length} floats at {@code x}. */
  static void sum(float[] m, int x, int length, int sums) {
    for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
      FloatVector a = zero(SPECIES);
      FloatVector b = zero(SPECIES);
      for (int i = x + lane; i < x + length; i += 2 * LOGICAL) {
        a = fromArray(SPECIES, m, i).add(a);
        b = fromArray(SPECIES, m, i + LOGICAL).add(b);
      }
      a.intoArray(m, sums + lane);
      fromArray(SPECIES, m, sums + lane).add(b).intoArray(m, sums + lane);
    }
  }

  /**
   * Writes to the 16 floats at {@code sums} the sums of the products of {@code x} and {@code y}.
   */
  static void dot(float[] m, int x, int y, int length, int sums) {
    for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
      FloatVector a = zero(SPECIES);
      FloatVector b = zero(SPECIES);
      for (int i = lane; i < length; i += 2 * LOGICAL) {
        a = fromArray(SPECIES, m, x + i).fma(fromArray(SPECIES, m, y + i), a);
        b = fromArray(SPECIES, m, x + i + LOGICAL).fma(fromArray(SPECIES, m, y + i + LOGICAL), b);
      }
      a.intoArray(m, sums + lane);
      fromArray(SPECIES, m, sums + lane).add(b).intoArray(m, sums + lane);
    }
  }
}
