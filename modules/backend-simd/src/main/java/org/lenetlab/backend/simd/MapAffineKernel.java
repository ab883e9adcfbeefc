package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.fromArray;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.LOGICAL;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Straight lines with a coefficient for each of 16 columns. */
final class MapAffineKernel {
  private MapAffineKernel() {}

  /** y[pixel][map] = coefficient[map] · x[pixel][map] + bias[map]. */
  static void forward(
      float[] m, int x, int columns, int pixels, int coefficients, int bias, int y) {
    int end = pixels * columns;
    for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
      FloatVector c = fromArray(SPECIES, m, coefficients + lane);
      FloatVector b = fromArray(SPECIES, m, bias + lane);
      for (int i = lane; i < end; i += columns) {
        fromArray(SPECIES, m, x + i).fma(c, b).intoArray(m, y + i);
      }
    }
  }

  /** y[pixel][map] = coefficient[map] · x[pixel][map]. */
  static void scale(float[] m, int x, int columns, int pixels, int coefficients, int y) {
    int end = pixels * columns;
    for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
      FloatVector c = fromArray(SPECIES, m, coefficients + lane);
      for (int i = lane; i < end; i += columns) {
        fromArray(SPECIES, m, x + i).mul(c).intoArray(m, y + i);
      }
    }
  }
}
