package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;
import static org.lenetlab.backend.simd.Lanes.BLOCK;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Squared distances of a block's images to targets. */
final class DistanceKernel {
  private DistanceKernel() {}

  /** y = Σ_j (x[j] − target[j])², for the target that begins at {@code first}. */
  static void forward(float[] m, int x, float[] targets, int first, int length, int y) {
    for (int image = 0; image < BLOCK; image += LENGTH) {
      FloatVector sum = zero(SPECIES);
      for (int j = 0; j < length; j++) {
        FloatVector difference =
            fromArray(SPECIES, m, x + j * BLOCK + image).sub(targets[first + j]);
        sum = difference.fma(difference, sum);
      }
      sum.intoArray(m, y + image);
    }
  }

  /**
   * ∂L/∂x[j] = Σ_i 2(x[j] − target[i][j]) · ∂L/∂y[i].
   *
   * @param x where x[j] lies
   * @param j where target[0][j] lies
   * @param length of a target
   * @param dx where the derivative with respect to x[j] goes
   * @param squared whether the local derivatives enter squared
   */
  static void backward(
      float[] m, int x, float[] targets, int j, int length, int dy, int dx, boolean squared) {
    for (int image = 0; image < BLOCK; image += LENGTH) {
      FloatVector v = fromArray(SPECIES, m, x + image);
      FloatVector sum = zero(SPECIES);
      int d = dy + image;
      for (int t = j; t < targets.length; t += length, d += BLOCK) {
        FloatVector local = v.sub(targets[t]).mul(2f);
        FloatVector factor = squared ? local.mul(local) : local;
        sum = fromArray(SPECIES, m, d).fma(factor, sum);
      }
      sum.intoArray(m, dx + image);
    }
  }
}
