package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Straight lines over ranges of floats. */
final class AffineKernel {
  private AffineKernel() {}

  /** y = coefficient · x + bias. */
  static void forward(float[] m, int x, int y, int length, float coefficient, float bias) {
    FloatVector c = broadcast(SPECIES, coefficient);
    FloatVector b = broadcast(SPECIES, bias);
    for (int i = 0; i < length; i += LENGTH) {
      fromArray(SPECIES, m, x + i).fma(c, b).intoArray(m, y + i);
    }
  }

  /** y += coefficient · x. */
  static void add(float[] m, int x, int y, int length, float coefficient) {
    FloatVector c = broadcast(SPECIES, coefficient);
    for (int i = 0; i < length; i += LENGTH) {
      fromArray(SPECIES, m, x + i).fma(c, fromArray(SPECIES, m, y + i)).intoArray(m, y + i);
    }
  }

  /** z = x · y. */
  static void multiply(float[] m, int x, int y, int z, int length) {
    for (int i = 0; i < length; i += LENGTH) {
      fromArray(SPECIES, m, x + i).mul(fromArray(SPECIES, m, y + i)).intoArray(m, z + i);
    }
  }
}
