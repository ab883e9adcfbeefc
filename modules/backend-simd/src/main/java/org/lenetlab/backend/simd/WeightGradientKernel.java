package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.fromArray;
import static org.lenetlab.backend.simd.Lanes.BLOCK;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.LOGICAL;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of a {@link WeightGradient}: 4, 3 or 1 maps times 5 taps, each a sum over some pixels, from
 * {@code first} to {@code end} − 1, and both logical vectors of images, that is added to 16 floats.
 * Every input that is loaded feeds as many multiply-adds as there are maps, every derivative five.
 */
final class WeightGradientKernel {
  private WeightGradientKernel() {}

  static void four(
      float[] m,
      int[] pixels,
      int first,
      int end,
      WeightGradient.Tile tile,
      int x,
      int dy,
      int sums) {
    int x0 = x + tile.taps()[0];
    int x1 = x + tile.taps()[1];
    int x2 = x + tile.taps()[2];
    int x3 = x + tile.taps()[3];
    int x4 = x + tile.taps()[4];
    int y0 = dy + tile.maps()[0];
    int y1 = dy + tile.maps()[1];
    int y2 = dy + tile.maps()[2];
    int y3 = dy + tile.maps()[3];
    for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
      int s = sums + lane;
      FloatVector a0 = fromArray(SPECIES, m, s);
      FloatVector a1 = fromArray(SPECIES, m, s + LOGICAL);
      FloatVector a2 = fromArray(SPECIES, m, s + 2 * LOGICAL);
      FloatVector a3 = fromArray(SPECIES, m, s + 3 * LOGICAL);
      FloatVector a4 = fromArray(SPECIES, m, s + 4 * LOGICAL);
      FloatVector b0 = fromArray(SPECIES, m, s + 5 * LOGICAL);
      FloatVector b1 = fromArray(SPECIES, m, s + 6 * LOGICAL);
      FloatVector b2 = fromArray(SPECIES, m, s + 7 * LOGICAL);
      FloatVector b3 = fromArray(SPECIES, m, s + 8 * LOGICAL);
      FloatVector b4 = fromArray(SPECIES, m, s + 9 * LOGICAL);
      FloatVector c0 = fromArray(SPECIES, m, s + 10 * LOGICAL);
      FloatVector c1 = fromArray(SPECIES, m, s + 11 * LOGICAL);
      FloatVector c2 = fromArray(SPECIES, m, s + 12 * LOGICAL);
      FloatVector c3 = fromArray(SPECIES, m, s + 13 * LOGICAL);
      FloatVector c4 = fromArray(SPECIES, m, s + 14 * LOGICAL);
      FloatVector d0 = fromArray(SPECIES, m, s + 15 * LOGICAL);
      FloatVector d1 = fromArray(SPECIES, m, s + 16 * LOGICAL);
      FloatVector d2 = fromArray(SPECIES, m, s + 17 * LOGICAL);
      FloatVector d3 = fromArray(SPECIES, m, s + 18 * LOGICAL);
      FloatVector d4 = fromArray(SPECIES, m, s + 19 * LOGICAL);
      for (int p = first; p < end; p++) {
        for (int image = lane; image < BLOCK; image += LOGICAL) {
          int i = pixels[p] + image;
          int o = p * BLOCK + image;
          FloatVector v0 = fromArray(SPECIES, m, y0 + o);
          FloatVector v1 = fromArray(SPECIES, m, y1 + o);
          FloatVector v2 = fromArray(SPECIES, m, y2 + o);
          FloatVector v3 = fromArray(SPECIES, m, y3 + o);
          FloatVector u0 = fromArray(SPECIES, m, x0 + i);
          a0 = u0.fma(v0, a0);
          b0 = u0.fma(v1, b0);
          c0 = u0.fma(v2, c0);
          d0 = u0.fma(v3, d0);
          FloatVector u1 = fromArray(SPECIES, m, x1 + i);
          a1 = u1.fma(v0, a1);
          b1 = u1.fma(v1, b1);
          c1 = u1.fma(v2, c1);
          d1 = u1.fma(v3, d1);
          FloatVector u2 = fromArray(SPECIES, m, x2 + i);
          a2 = u2.fma(v0, a2);
          b2 = u2.fma(v1, b2);
          c2 = u2.fma(v2, c2);
          d2 = u2.fma(v3, d2);
          FloatVector u3 = fromArray(SPECIES, m, x3 + i);
          a3 = u3.fma(v0, a3);
          b3 = u3.fma(v1, b3);
          c3 = u3.fma(v2, c3);
          d3 = u3.fma(v3, d3);
          FloatVector u4 = fromArray(SPECIES, m, x4 + i);
          a4 = u4.fma(v0, a4);
          b4 = u4.fma(v1, b4);
          c4 = u4.fma(v2, c4);
          d4 = u4.fma(v3, d4);
        }
      }
      a0.intoArray(m, s);
      a1.intoArray(m, s + LOGICAL);
      a2.intoArray(m, s + 2 * LOGICAL);
      a3.intoArray(m, s + 3 * LOGICAL);
      a4.intoArray(m, s + 4 * LOGICAL);
      b0.intoArray(m, s + 5 * LOGICAL);
      b1.intoArray(m, s + 6 * LOGICAL);
      b2.intoArray(m, s + 7 * LOGICAL);
      b3.intoArray(m, s + 8 * LOGICAL);
      b4.intoArray(m, s + 9 * LOGICAL);
      c0.intoArray(m, s + 10 * LOGICAL);
      c1.intoArray(m, s + 11 * LOGICAL);
      c2.intoArray(m, s + 12 * LOGICAL);
      c3.intoArray(m, s + 13 * LOGICAL);
      c4.intoArray(m, s + 14 * LOGICAL);
      d0.intoArray(m, s + 15 * LOGICAL);
      d1.intoArray(m, s + 16 * LOGICAL);
      d2.intoArray(m, s + 17 * LOGICAL);
      d3.intoArray(m, s + 18 * LOGICAL);
      d4.intoArray(m, s + 19 * LOGICAL);
    }
  }

  static void three(
      float[] m,
      int[] pixels,
      int first,
      int end,
      WeightGradient.Tile tile,
      int x,
      int dy,
      int sums) {
    int x0 = x + tile.taps()[0];
    int x1 = x + tile.taps()[1];
    int x2 = x + tile.taps()[2];
    int x3 = x + tile.taps()[3];
    int x4 = x + tile.taps()[4];
    int y0 = dy + tile.maps()[0];
    int y1 = dy + tile.maps()[1];
    int y2 = dy + tile.maps()[2];
    for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
      int s = sums + lane;
      FloatVector a0 = fromArray(SPECIES, m, s);
      FloatVector a1 = fromArray(SPECIES, m, s + LOGICAL);
      FloatVector a2 = fromArray(SPECIES, m, s + 2 * LOGICAL);
      FloatVector a3 = fromArray(SPECIES, m, s + 3 * LOGICAL);
      FloatVector a4 = fromArray(SPECIES, m, s + 4 * LOGICAL);
      FloatVector b0 = fromArray(SPECIES, m, s + 5 * LOGICAL);
      FloatVector b1 = fromArray(SPECIES, m, s + 6 * LOGICAL);
      FloatVector b2 = fromArray(SPECIES, m, s + 7 * LOGICAL);
      FloatVector b3 = fromArray(SPECIES, m, s + 8 * LOGICAL);
      FloatVector b4 = fromArray(SPECIES, m, s + 9 * LOGICAL);
      FloatVector c0 = fromArray(SPECIES, m, s + 10 * LOGICAL);
      FloatVector c1 = fromArray(SPECIES, m, s + 11 * LOGICAL);
      FloatVector c2 = fromArray(SPECIES, m, s + 12 * LOGICAL);
      FloatVector c3 = fromArray(SPECIES, m, s + 13 * LOGICAL);
      FloatVector c4 = fromArray(SPECIES, m, s + 14 * LOGICAL);
      for (int p = first; p < end; p++) {
        for (int image = lane; image < BLOCK; image += LOGICAL) {
          int i = pixels[p] + image;
          int o = p * BLOCK + image;
          FloatVector v0 = fromArray(SPECIES, m, y0 + o);
          FloatVector v1 = fromArray(SPECIES, m, y1 + o);
          FloatVector v2 = fromArray(SPECIES, m, y2 + o);
          FloatVector u0 = fromArray(SPECIES, m, x0 + i);
          a0 = u0.fma(v0, a0);
          b0 = u0.fma(v1, b0);
          c0 = u0.fma(v2, c0);
          FloatVector u1 = fromArray(SPECIES, m, x1 + i);
          a1 = u1.fma(v0, a1);
          b1 = u1.fma(v1, b1);
          c1 = u1.fma(v2, c1);
          FloatVector u2 = fromArray(SPECIES, m, x2 + i);
          a2 = u2.fma(v0, a2);
          b2 = u2.fma(v1, b2);
          c2 = u2.fma(v2, c2);
          FloatVector u3 = fromArray(SPECIES, m, x3 + i);
          a3 = u3.fma(v0, a3);
          b3 = u3.fma(v1, b3);
          c3 = u3.fma(v2, c3);
          FloatVector u4 = fromArray(SPECIES, m, x4 + i);
          a4 = u4.fma(v0, a4);
          b4 = u4.fma(v1, b4);
          c4 = u4.fma(v2, c4);
        }
      }
      a0.intoArray(m, s);
      a1.intoArray(m, s + LOGICAL);
      a2.intoArray(m, s + 2 * LOGICAL);
      a3.intoArray(m, s + 3 * LOGICAL);
      a4.intoArray(m, s + 4 * LOGICAL);
      b0.intoArray(m, s + 5 * LOGICAL);
      b1.intoArray(m, s + 6 * LOGICAL);
      b2.intoArray(m, s + 7 * LOGICAL);
      b3.intoArray(m, s + 8 * LOGICAL);
      b4.intoArray(m, s + 9 * LOGICAL);
      c0.intoArray(m, s + 10 * LOGICAL);
      c1.intoArray(m, s + 11 * LOGICAL);
      c2.intoArray(m, s + 12 * LOGICAL);
      c3.intoArray(m, s + 13 * LOGICAL);
      c4.intoArray(m, s + 14 * LOGICAL);
    }
  }

  static void one(
      float[] m,
      int[] pixels,
      int first,
      int end,
      WeightGradient.Tile tile,
      int x,
      int dy,
      int sums) {
    int x0 = x + tile.taps()[0];
    int x1 = x + tile.taps()[1];
    int x2 = x + tile.taps()[2];
    int x3 = x + tile.taps()[3];
    int x4 = x + tile.taps()[4];
    int y0 = dy + tile.maps()[0];
    for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
      int s = sums + lane;
      FloatVector a0 = fromArray(SPECIES, m, s);
      FloatVector a1 = fromArray(SPECIES, m, s + LOGICAL);
      FloatVector a2 = fromArray(SPECIES, m, s + 2 * LOGICAL);
      FloatVector a3 = fromArray(SPECIES, m, s + 3 * LOGICAL);
      FloatVector a4 = fromArray(SPECIES, m, s + 4 * LOGICAL);
      for (int p = first; p < end; p++) {
        for (int image = lane; image < BLOCK; image += LOGICAL) {
          int i = pixels[p] + image;
          int o = p * BLOCK + image;
          FloatVector v0 = fromArray(SPECIES, m, y0 + o);
          FloatVector u0 = fromArray(SPECIES, m, x0 + i);
          a0 = u0.fma(v0, a0);
          FloatVector u1 = fromArray(SPECIES, m, x1 + i);
          a1 = u1.fma(v0, a1);
          FloatVector u2 = fromArray(SPECIES, m, x2 + i);
          a2 = u2.fma(v0, a2);
          FloatVector u3 = fromArray(SPECIES, m, x3 + i);
          a3 = u3.fma(v0, a3);
          FloatVector u4 = fromArray(SPECIES, m, x4 + i);
          a4 = u4.fma(v0, a4);
        }
      }
      a0.intoArray(m, s);
      a1.intoArray(m, s + LOGICAL);
      a2.intoArray(m, s + 2 * LOGICAL);
      a3.intoArray(m, s + 3 * LOGICAL);
      a4.intoArray(m, s + 4 * LOGICAL);
    }
  }
}
