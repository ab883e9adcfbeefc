package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;
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
   * Writes the gradients, and Σ over units: weights[input][unit] · dy[unit] for each input, with a
   * sum for each of 16 lanes. Goes along two rows of the matrix at a time; a row that is left over
   * is its own neighbour.
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
      for (int i = 0; i < inputs; i += 2) {
        int neighbour = i + 1 < inputs ? 1 : 0;
        int row = i * columns + lane;
        int w = weights + row;
        int next = neighbour * columns;
        int g = at + row;
        FloatVector a = broadcast(SPECIES, m[x + i]);
        FloatVector b = broadcast(SPECIES, m[x + i + neighbour]);
        FloatVector sum = zero(SPECIES);
        FloatVector nextSum = zero(SPECIES);
        for (int unit = 0; unit < columns; unit += LOGICAL) {
          FloatVector d = fromArray(SPECIES, m, dy + unit + lane);
          a.mul(d).intoArray(gradients, g + unit);
          b.mul(d).intoArray(gradients, g + next + unit);
          sum = fromArray(SPECIES, m, w + unit).fma(d, sum);
          nextSum = fromArray(SPECIES, m, w + next + unit).fma(d, nextSum);
        }
        sum.intoArray(m, sums + i * LOGICAL + lane);
        nextSum.intoArray(m, sums + (i + 1) * LOGICAL + lane);
      }
    }
  }
}
