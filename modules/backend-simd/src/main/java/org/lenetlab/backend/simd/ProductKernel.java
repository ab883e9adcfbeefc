package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Adds tiles of a matrix product: 4 rows or 1 row of {@link Product}. */
final class ProductKernel {
  private ProductKernel() {}

  static void four(float[] m, Product p, int left, int right, int terms, float[] out, int place) {
    int leftRow = p.leftRow();
    int outRow = p.outRow();
    for (int c = 0; c < Product.COLUMNS; c += 2 * LENGTH) {
      int o = place + c;
      FloatVector a0 = fromArray(SPECIES, out, o);
      FloatVector b0 = fromArray(SPECIES, out, o + LENGTH);
      FloatVector a1 = fromArray(SPECIES, out, o + outRow);
      FloatVector b1 = fromArray(SPECIES, out, o + outRow + LENGTH);
      FloatVector a2 = fromArray(SPECIES, out, o + 2 * outRow);
      FloatVector b2 = fromArray(SPECIES, out, o + 2 * outRow + LENGTH);
      FloatVector a3 = fromArray(SPECIES, out, o + 3 * outRow);
      FloatVector b3 = fromArray(SPECIES, out, o + 3 * outRow + LENGTH);
      int i = right + c;
      for (int t = left; t < left + terms; t++, i += Product.COLUMNS) {
        FloatVector u = fromArray(SPECIES, m, i);
        FloatVector v = fromArray(SPECIES, m, i + LENGTH);
        FloatVector w0 = broadcast(SPECIES, m[t]);
        a0 = u.fma(w0, a0);
        b0 = v.fma(w0, b0);
        FloatVector w1 = broadcast(SPECIES, m[t + leftRow]);
        a1 = u.fma(w1, a1);
        b1 = v.fma(w1, b1);
        FloatVector w2 = broadcast(SPECIES, m[t + 2 * leftRow]);
        a2 = u.fma(w2, a2);
        b2 = v.fma(w2, b2);
        FloatVector w3 = broadcast(SPECIES, m[t + 3 * leftRow]);
        a3 = u.fma(w3, a3);
        b3 = v.fma(w3, b3);
      }
      a0.intoArray(out, o);
      b0.intoArray(out, o + LENGTH);
      a1.intoArray(out, o + outRow);
      b1.intoArray(out, o + outRow + LENGTH);
      a2.intoArray(out, o + 2 * outRow);
      b2.intoArray(out, o + 2 * outRow + LENGTH);
      a3.intoArray(out, o + 3 * outRow);
      b3.intoArray(out, o + 3 * outRow + LENGTH);
    }
  }

  static void one(float[] m, Product p, int left, int right, int terms, float[] out, int place) {
    for (int c = 0; c < Product.COLUMNS; c += 2 * LENGTH) {
      int o = place + c;
      FloatVector a0 = fromArray(SPECIES, out, o);
      FloatVector b0 = fromArray(SPECIES, out, o + LENGTH);
      int i = right + c;
      for (int t = left; t < left + terms; t++, i += Product.COLUMNS) {
        FloatVector w0 = broadcast(SPECIES, m[t]);
        a0 = fromArray(SPECIES, m, i).fma(w0, a0);
        b0 = fromArray(SPECIES, m, i + LENGTH).fma(w0, b0);
      }
      a0.intoArray(out, o);
      b0.intoArray(out, o + LENGTH);
    }
  }
}
