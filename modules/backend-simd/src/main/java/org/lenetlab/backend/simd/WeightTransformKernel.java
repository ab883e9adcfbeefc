package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The transforms of one row of five weights in {@link WinogradStep}, for all output maps, which are
 * neighbours in memory.
 */
final class WeightTransformKernel {
  // Of the points ±1, ±2 and ±1/2: 1 / Π (a − b) over the other finite points b.
  private static final float SCALE_1 = (float) (-2 / 9.0);
  private static final float SCALE_2 = (float) (1 / 90.0);
  private static final float SCALE_3 = (float) (32 / 45.0);

  private WeightTransformKernel() {}

  /**
   * u = G·w: from 5 weights to values at the points.
   *
   * @param columns the distance of neighbouring weights of a row, a multiple of 16
   * @param plane the distance of neighbouring points
   */
  static void weights(float[] m, int w, int columns, int u, int plane) {
    for (int i = 0; i < columns; i += LENGTH) {
      int from = w + i;
      FloatVector w0 = fromArray(SPECIES, m, from);
      FloatVector w1 = fromArray(SPECIES, m, from + columns);
      FloatVector w2 = fromArray(SPECIES, m, from + 2 * columns);
      FloatVector w3 = fromArray(SPECIES, m, from + 3 * columns);
      FloatVector w4 = fromArray(SPECIES, m, from + 4 * columns);
      int to = u + i;
      w0.intoArray(m, to);
      FloatVector even1 = w0.add(w2).add(w4);
      FloatVector odd1 = w1.add(w3);
      even1.add(odd1).mul(SCALE_1).intoArray(m, to + plane);
      even1.sub(odd1).mul(SCALE_1).intoArray(m, to + 2 * plane);
      FloatVector even2 = w2.fma(broadcast(SPECIES, 4f), w0);
      even2 = w4.fma(broadcast(SPECIES, 16f), even2);
      FloatVector odd2 = w3.fma(broadcast(SPECIES, 8f), w1.add(w1));
      even2.add(odd2).mul(SCALE_2).intoArray(m, to + 3 * plane);
      even2.sub(odd2).mul(SCALE_2).intoArray(m, to + 4 * plane);
      FloatVector even3 = w2.fma(broadcast(SPECIES, 0.25f), w0);
      even3 = w4.fma(broadcast(SPECIES, 0.0625f), even3);
      FloatVector odd3 = w3.fma(broadcast(SPECIES, 0.125f), w1.mul(0.5f));
      even3.add(odd3).mul(SCALE_3).intoArray(m, to + 5 * plane);
      even3.sub(odd3).mul(SCALE_3).intoArray(m, to + 6 * plane);
      w4.intoArray(m, to + 7 * plane);
    }
  }

  /** dw += Gᵀ·du: from the derivatives of values at the points to those of 5 weights. */
  static void addGradients(float[] m, int du, int plane, int columns, int dw) {
    for (int i = 0; i < columns; i += LENGTH) {
      int from = du + i;
      FloatVector u1 = fromArray(SPECIES, m, from + plane);
      FloatVector u2 = fromArray(SPECIES, m, from + 2 * plane);
      FloatVector even1 = u1.add(u2).mul(SCALE_1);
      FloatVector odd1 = u1.sub(u2).mul(SCALE_1);
      FloatVector u3 = fromArray(SPECIES, m, from + 3 * plane);
      FloatVector u4 = fromArray(SPECIES, m, from + 4 * plane);
      FloatVector even2 = u3.add(u4).mul(SCALE_2);
      FloatVector odd2 = u3.sub(u4).mul(SCALE_2);
      FloatVector u5 = fromArray(SPECIES, m, from + 5 * plane);
      FloatVector u6 = fromArray(SPECIES, m, from + 6 * plane);
      FloatVector even3 = u5.add(u6).mul(SCALE_3);
      FloatVector odd3 = u5.sub(u6).mul(SCALE_3);
      int to = dw + i;
      FloatVector w0 = fromArray(SPECIES, m, from).add(even1).add(even2.add(even3));
      fromArray(SPECIES, m, to).add(w0).intoArray(m, to);
      to += columns;
      FloatVector w1 = odd2.fma(broadcast(SPECIES, 2f), odd1);
      w1 = odd3.fma(broadcast(SPECIES, 0.5f), w1);
      fromArray(SPECIES, m, to).add(w1).intoArray(m, to);
      to += columns;
      FloatVector w2 = even2.fma(broadcast(SPECIES, 4f), even1);
      w2 = even3.fma(broadcast(SPECIES, 0.25f), w2);
      fromArray(SPECIES, m, to).add(w2).intoArray(m, to);
      to += columns;
      FloatVector w3 = odd2.fma(broadcast(SPECIES, 8f), odd1);
      w3 = odd3.fma(broadcast(SPECIES, 0.125f), w3);
      fromArray(SPECIES, m, to).add(w3).intoArray(m, to);
      to += columns;
      FloatVector w4 = fromArray(SPECIES, m, from + 7 * plane).add(even1);
      w4 = even2.fma(broadcast(SPECIES, 16f), w4);
      w4 = even3.fma(broadcast(SPECIES, 0.0625f), w4);
      fromArray(SPECIES, m, to).add(w4).intoArray(m, to);
    }
  }
}
