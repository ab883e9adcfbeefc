package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.LOGICAL;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Squared distances of one image's values to targets. */
final class PixelDistanceKernel {
  private PixelDistanceKernel() {}

  /**
   * y[i] = Σ_j (x[j] − target[i][j])² for 16 classes.
   *
   * @param targets [j][class], of which the columns from {@code first} on are meant
   */
  static void forward(
      float[] m, int x, int length, float[] targets, int first, int columns, int y) {
    for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
      FloatVector sum = zero(SPECIES);
      int t = first + lane;
      for (int j = x; j < x + length; j++, t += columns) {
        FloatVector difference = fromArray(SPECIES, targets, t).sub(m[j]);
        sum = difference.fma(difference, sum);
      }
      sum.intoArray(m, y + lane);
    }
  }

  /**
   * ∂L/∂x[j] = Σ_i 2(x[j] − target[i][j]) · ∂L/∂y[i] for 16 values.
   *
   * @param targets [class][j], of which the columns from {@code first} on are meant
   */
  static void backward(
      float[] m, int x, float[] targets, int first, int columns, int dy, int classes, int dx) {
    for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
      FloatVector v = fromArray(SPECIES, m, x + lane);
      FloatVector sum = zero(SPECIES);
      int t = first + lane;
      for (int i = dy; i < dy + classes; i++, t += columns) {
        FloatVector local = v.sub(fromArray(SPECIES, targets, t)).mul(2f);
        sum = local.fma(broadcast(SPECIES, m[i]), sum);
      }
      sum.intoArray(m, dx + lane);
    }
  }
}
