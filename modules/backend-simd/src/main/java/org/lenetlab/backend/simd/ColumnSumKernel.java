package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.LOGICAL;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Sums over the pixels of an image with maps in the lanes. */
final class ColumnSumKernel {
  private ColumnSumKernel() {}

  /** Writes to 16 floats of {@code sums} the sums of 16 columns. */
  static void sum(float[] m, int x, int columns, int pixels, float[] sums, int at) {
    int end = x + pixels * columns;
    for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
      FloatVector sum = zero(SPECIES);
      for (int i = x + lane; i < end; i += columns) {
        sum = fromArray(SPECIES, m, i).add(sum);
      }
      sum.intoArray(sums, at + lane);
    }
  }

  /** Writes to 16 floats of {@code sums} the sums of the products of 16 columns. */
  static void dot(float[] m, int x, int y, int columns, int pixels, float[] sums, int at) {
    int end = pixels * columns;
    for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
      FloatVector sum = zero(SPECIES);
      for (int i = lane; i < end; i += columns) {
        sum = fromArray(SPECIES, m, x + i).fma(fromArray(SPECIES, m, y + i), sum);
      }
      sum.intoArray(sums, at + lane);
    }
  }
}
