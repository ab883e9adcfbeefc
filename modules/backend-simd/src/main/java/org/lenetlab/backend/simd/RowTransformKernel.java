package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static org.lenetlab.backend.simd.Lanes.BLOCK;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The transforms of one tile of a row in {@link WinogradStep}: 8 inputs, 4 outputs, 8 points. A
 * polynomial's values at a and −a are the sum and the difference of its even and its odd part,
 * which halves the work.
 */
final class RowTransformKernel {
  private RowTransformKernel() {}

  /** v = Bᵀx: from 8 inputs to values at the points. */
  static void inputs(float[] m, int x, int v, int plane) {
    for (int i = 0; i < BLOCK; i += LENGTH) {
      int from = x + i;
      FloatVector x0 = fromArray(SPECIES, m, from);
      FloatVector x1 = fromArray(SPECIES, m, from + BLOCK);
      FloatVector x2 = fromArray(SPECIES, m, from + 2 * BLOCK);
      FloatVector x3 = fromArray(SPECIES, m, from + 3 * BLOCK);
      FloatVector x4 = fromArray(SPECIES, m, from + 4 * BLOCK);
      FloatVector x5 = fromArray(SPECIES, m, from + 5 * BLOCK);
      FloatVector x6 = fromArray(SPECIES, m, from + 6 * BLOCK);
      FloatVector x7 = fromArray(SPECIES, m, from + 7 * BLOCK);
      int to = v + i;
      x4.sub(x2).fma(broadcast(SPECIES, 5.25f), x0.sub(x6)).intoArray(m, to);
      FloatVector even1 = x4.fma(broadcast(SPECIES, -4.25f), x2.add(x6));
      FloatVector odd1 = x3.fma(broadcast(SPECIES, -4.25f), x1.add(x5));
      even1.add(odd1).intoArray(m, to + plane);
      even1.sub(odd1).intoArray(m, to + 2 * plane);
      FloatVector even2 = x2.fma(broadcast(SPECIES, 0.25f), x6);
      even2 = x4.fma(broadcast(SPECIES, -1.25f), even2);
      FloatVector odd2 = x1.fma(broadcast(SPECIES, 0.5f), x5.add(x5));
      odd2 = x3.fma(broadcast(SPECIES, -2.5f), odd2);
      even2.add(odd2).intoArray(m, to + 3 * plane);
      even2.sub(odd2).intoArray(m, to + 4 * plane);
      FloatVector even3 = x2.fma(broadcast(SPECIES, 4f), x6);
      even3 = x4.fma(broadcast(SPECIES, -5f), even3);
      FloatVector odd3 = x5.fma(broadcast(SPECIES, 0.5f), x1.add(x1));
      odd3 = x3.fma(broadcast(SPECIES, -2.5f), odd3);
      even3.add(odd3).intoArray(m, to + 5 * plane);
      even3.sub(odd3).intoArray(m, to + 6 * plane);
      x3.sub(x5).fma(broadcast(SPECIES, 5.25f), x7.sub(x1)).intoArray(m, to + 7 * plane);
    }
  }

  /** y = Aᵀp + bias: from values at the points to 4 outputs. */
  static void outputs(float[] m, int p, int plane, float bias, int y) {
    FloatVector b = broadcast(SPECIES, bias);
    for (int i = 0; i < BLOCK; i += LENGTH) {
      int from = p + i;
      FloatVector p1 = fromArray(SPECIES, m, from + plane);
      FloatVector p2 = fromArray(SPECIES, m, from + 2 * plane);
      FloatVector even1 = p1.add(p2);
      FloatVector odd1 = p1.sub(p2);
      FloatVector p3 = fromArray(SPECIES, m, from + 3 * plane);
      FloatVector p4 = fromArray(SPECIES, m, from + 4 * plane);
      FloatVector even2 = p3.add(p4);
      FloatVector odd2 = p3.sub(p4);
      FloatVector p5 = fromArray(SPECIES, m, from + 5 * plane);
      FloatVector p6 = fromArray(SPECIES, m, from + 6 * plane);
      FloatVector even3 = p5.add(p6);
      FloatVector odd3 = p5.sub(p6);
      int to = y + i;
      FloatVector first = fromArray(SPECIES, m, from).add(b).add(even1);
      first.add(even2.add(even3)).intoArray(m, to);
      FloatVector y1 = odd2.fma(broadcast(SPECIES, 2f), odd1.add(b));
      odd3.fma(broadcast(SPECIES, 0.5f), y1).intoArray(m, to + BLOCK);
      FloatVector y2 = even2.fma(broadcast(SPECIES, 4f), even1.add(b));
      even3.fma(broadcast(SPECIES, 0.25f), y2).intoArray(m, to + 2 * BLOCK);
      FloatVector last = fromArray(SPECIES, m, from + 7 * plane).add(b).add(odd1);
      FloatVector y3 = odd2.fma(broadcast(SPECIES, 8f), last);
      odd3.fma(broadcast(SPECIES, 0.125f), y3).intoArray(m, to + 3 * BLOCK);
    }
  }

  /** dp = A·dy: from the derivatives of 4 outputs to those of the values at the points. */
  static void outputGradients(float[] m, int dy, int dp, int plane) {
    for (int i = 0; i < BLOCK; i += LENGTH) {
      int from = dy + i;
      FloatVector y0 = fromArray(SPECIES, m, from);
      FloatVector y1 = fromArray(SPECIES, m, from + BLOCK);
      FloatVector y2 = fromArray(SPECIES, m, from + 2 * BLOCK);
      FloatVector y3 = fromArray(SPECIES, m, from + 3 * BLOCK);
      int to = dp + i;
      y0.intoArray(m, to);
      FloatVector even1 = y0.add(y2);
      FloatVector odd1 = y1.add(y3);
      even1.add(odd1).intoArray(m, to + plane);
      even1.sub(odd1).intoArray(m, to + 2 * plane);
      FloatVector even2 = y2.fma(broadcast(SPECIES, 4f), y0);
      FloatVector odd2 = y3.fma(broadcast(SPECIES, 8f), y1.add(y1));
      even2.add(odd2).intoArray(m, to + 3 * plane);
      even2.sub(odd2).intoArray(m, to + 4 * plane);
      FloatVector even3 = y2.fma(broadcast(SPECIES, 0.25f), y0);
      FloatVector odd3 = y3.fma(broadcast(SPECIES, 0.125f), y1.mul(0.5f));
      even3.add(odd3).intoArray(m, to + 5 * plane);
      even3.sub(odd3).intoArray(m, to + 6 * plane);
      y3.intoArray(m, to + 7 * plane);
    }
  }

  /** dx += B·dv: from the derivatives of values at the points to those of 8 inputs. */
  static void addInputGradients(float[] m, int dv, int plane, int dx) {
    for (int i = 0; i < BLOCK; i += LENGTH) {
      int from = dv + i;
      FloatVector v0 = fromArray(SPECIES, m, from);
      FloatVector v1 = fromArray(SPECIES, m, from + plane);
      FloatVector v2 = fromArray(SPECIES, m, from + 2 * plane);
      FloatVector even1 = v1.add(v2);
      FloatVector odd1 = v1.sub(v2);
      FloatVector v3 = fromArray(SPECIES, m, from + 3 * plane);
      FloatVector v4 = fromArray(SPECIES, m, from + 4 * plane);
      FloatVector even2 = v3.add(v4);
      FloatVector odd2 = v3.sub(v4);
      FloatVector v5 = fromArray(SPECIES, m, from + 5 * plane);
      FloatVector v6 = fromArray(SPECIES, m, from + 6 * plane);
      FloatVector even3 = v5.add(v6);
      FloatVector odd3 = v5.sub(v6);
      FloatVector v7 = fromArray(SPECIES, m, from + 7 * plane);
      int to = dx + i;
      fromArray(SPECIES, m, to).add(v0).intoArray(m, to);
      to += BLOCK;
      FloatVector x1 = fromArray(SPECIES, m, to).add(odd1.sub(v7));
      x1 = odd2.fma(broadcast(SPECIES, 0.5f), x1);
      odd3.fma(broadcast(SPECIES, 2f), x1).intoArray(m, to);
      to += BLOCK;
      FloatVector x2 = fromArray(SPECIES, m, to).add(even1);
      x2 = even2.fma(broadcast(SPECIES, 0.25f), x2);
      x2 = even3.fma(broadcast(SPECIES, 4f), x2);
      v0.fma(broadcast(SPECIES, -5.25f), x2).intoArray(m, to);
      to += BLOCK;
      FloatVector x3 = odd1.fma(broadcast(SPECIES, -4.25f), fromArray(SPECIES, m, to));
      x3 = odd2.add(odd3).fma(broadcast(SPECIES, -2.5f), x3);
      v7.fma(broadcast(SPECIES, 5.25f), x3).intoArray(m, to);
      to += BLOCK;
      FloatVector x4 = even1.fma(broadcast(SPECIES, -4.25f), fromArray(SPECIES, m, to));
      x4 = even2.fma(broadcast(SPECIES, -1.25f), x4);
      x4 = even3.fma(broadcast(SPECIES, -5f), x4);
      v0.fma(broadcast(SPECIES, 5.25f), x4).intoArray(m, to);
      to += BLOCK;
      FloatVector x5 = fromArray(SPECIES, m, to).add(odd1);
      x5 = odd2.fma(broadcast(SPECIES, 2f), x5);
      x5 = odd3.fma(broadcast(SPECIES, 0.5f), x5);
      v7.fma(broadcast(SPECIES, -5.25f), x5).intoArray(m, to);
      to += BLOCK;
      FloatVector x6 = even1.sub(v0).add(even2.add(even3));
      fromArray(SPECIES, m, to).add(x6).intoArray(m, to);
      to += BLOCK;
      fromArray(SPECIES, m, to).add(v7).intoArray(m, to);
    }
  }
}
