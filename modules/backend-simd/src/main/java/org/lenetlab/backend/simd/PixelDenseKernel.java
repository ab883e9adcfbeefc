package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.LOGICAL;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** A dense layer for one image, for 32 neighbouring units. */
final class PixelDenseKernel {
  private PixelDenseKernel() {}

  /**
   * y[unit] = bias[unit] + Σ over inputs: x[input] · weights[input][unit].
   *
   * @param columns the length of a row of the weight matrix
   */
  static void forward(float[] m, int x, int inputs, int weights, int columns, int bias, int y) {
    for (int lane = 0; lane < 2 * LOGICAL; lane += 2 * LENGTH) {
      FloatVector a = fromArray(SPECIES, m, bias + lane);
      FloatVector b = fromArray(SPECIES, m, bias + lane + LENGTH);
      FloatVector c = broadcast(SPECIES, 0);
      FloatVector d = c;
      int w = weights + lane;
      int i = x;
      for (; i + 1 < x + inputs; i += 2, w += 2 * columns) {
        FloatVector u = broadcast(SPECIES, m[i]);
        a = fromArray(SPECIES, m, w).fma(u, a);
        b = fromArray(SPECIES, m, w + LENGTH).fma(u, b);
        FloatVector v = broadcast(SPECIES, m[i + 1]);
        c = fromArray(SPECIES, m, w + columns).fma(v, c);
        d = fromArray(SPECIES, m, w + columns + LENGTH).fma(v, d);
      }
      if (i < x + inputs) {
        FloatVector u = broadcast(SPECIES, m[i]);
        a = fromArray(SPECIES, m, w).fma(u, a);
        b = fromArray(SPECIES, m, w + LENGTH).fma(u, b);
      }
      c.add(a).intoArray(m, y + lane);
      d.add(b).intoArray(m, y + lane + LENGTH);
    }
  }

  /** gradients[input][unit] = x[input] · dy[unit]. */
  static void gradient(
      float[] m, int x, int inputs, int dy, int columns, float[] gradients, int at) {
    for (int lane = 0; lane < 2 * LOGICAL; lane += 2 * LENGTH) {
      FloatVector a = fromArray(SPECIES, m, dy + lane);
      FloatVector b = fromArray(SPECIES, m, dy + lane + LENGTH);
      int g = at + lane;
      for (int i = x; i < x + inputs; i++, g += columns) {
        FloatVector v = broadcast(SPECIES, m[i]);
        v.mul(a).intoArray(gradients, g);
        v.mul(b).intoArray(gradients, g + LENGTH);
      }
    }
  }

  /**
   * Writes the gradients, and adds Σ over units: weights[input][unit] · dy[unit] to the 16 sums of
   * each input, one for each lane.
   */
  static void backward(
      float[] m,
      int x,
      int inputs,
      int weights,
      int dy,
      int columns,
      int sums,
      float[] gradients,
      int at) {
    for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
      FloatVector a = fromArray(SPECIES, m, dy + lane);
      FloatVector b = fromArray(SPECIES, m, dy + lane + LOGICAL);
      int w = weights + lane;
      int g = at + lane;
      int s = sums + lane;
      for (int i = x; i < x + inputs; i++, w += columns, g += columns, s += LOGICAL) {
        FloatVector v = broadcast(SPECIES, m[i]);
        v.mul(a).intoArray(gradients, g);
        v.mul(b).intoArray(gradients, g + LOGICAL);
        FloatVector first = fromArray(SPECIES, m, w).fma(a, fromArray(SPECIES, m, s));
        fromArray(SPECIES, m, w + LOGICAL).fma(b, first).intoArray(m, s);
      }
    }
  }
}
