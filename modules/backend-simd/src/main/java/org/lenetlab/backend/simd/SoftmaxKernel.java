package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static org.lenetlab.backend.simd.Lanes.BLOCK;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** p[i] = e^(s·y[i]) / (e^r + Σ e^(s·y[k])), with a sign s and a constant r, for each image. */
final class SoftmaxKernel {
  private SoftmaxKernel() {}

  /** Writes the largest of r and all s·y[i]. */
  static void largest(float[] m, int y, int classes, float sign, float constant, int largest) {
    for (int image = 0; image < BLOCK; image += LENGTH) {
      FloatVector best = broadcast(SPECIES, constant);
      for (int i = 0; i < classes; i++) {
        FloatVector v = fromArray(SPECIES, m, y + i * BLOCK + image).mul(sign);
        best = v.blend(best, v.compare(VectorOperators.LE, best));
      }
      best.intoArray(m, largest + image);
    }
  }

  /**
   * Writes the probabilities, after the last that of the constant, e^r / (e^r + Σ e^(s·y[k])); and
   * their denominator divided by e^largest.
   */
  static void probabilities(
      float[] m, int y, int classes, float sign, float constant, int largest, int p, int sums) {
    for (int image = 0; image < BLOCK; image += LENGTH) {
      FloatVector shift = fromArray(SPECIES, m, largest + image);
      FloatVector sum = Exponential.of(broadcast(SPECIES, constant).sub(shift));
      sum.intoArray(m, p + classes * BLOCK + image);
      for (int i = 0; i < classes; i++) {
        int at = i * BLOCK + image;
        FloatVector e = Exponential.of(fromArray(SPECIES, m, y + at).mul(sign).sub(shift));
        e.intoArray(m, p + at);
        sum = e.add(sum);
      }
      sum.intoArray(m, sums + image);
      for (int i = 0; i <= classes; i++) {
        int at = p + i * BLOCK + image;
        fromArray(SPECIES, m, at).div(sum).intoArray(m, at);
      }
    }
  }
}
