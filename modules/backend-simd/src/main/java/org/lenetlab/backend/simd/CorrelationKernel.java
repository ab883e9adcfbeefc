package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static org.lenetlab.backend.simd.Lanes.BLOCK;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of a {@link Correlation}: one pixel of 6, 4 or 1 maps for two vectors of images. Each
 * weight is broadcast once for two multiply-adds, each input loaded once for all maps of the tile.
 *
 * <p>6 maps are 12 sums, which with the operands fit the 16 registers of AVX2; the loop over taps
 * needs so few other registers that nothing is spilled. It is not unrolled: the 12 multiply-adds
 * take longer than the loop around them, and small kernels compile quickly.
 */
final class CorrelationKernel {
  private CorrelationKernel() {}

  static void six(
      float[] m,
      Correlation c,
      Correlation.Segment segment,
      int in,
      int bias,
      int weights,
      int out) {
    int[] taps = c.taps();
    int[] runs = c.runs();
    int weightStep = c.weightStep();
    int plane = c.outputPlane();
    int x = in + segment.input();
    int y = out + segment.output();
    for (int p = 0; p < segment.pixels(); p++, x += c.inputStep(), y += c.outputStep()) {
      for (int images = 0; images < BLOCK; images += 2 * LENGTH) {
        int base = x + images;
        FloatVector a0 = broadcast(SPECIES, m[bias]);
        FloatVector a1 = broadcast(SPECIES, m[bias + 1]);
        FloatVector a2 = broadcast(SPECIES, m[bias + 2]);
        FloatVector a3 = broadcast(SPECIES, m[bias + 3]);
        FloatVector a4 = broadcast(SPECIES, m[bias + 4]);
        FloatVector a5 = broadcast(SPECIES, m[bias + 5]);
        FloatVector b0 = a0;
        FloatVector b1 = a1;
        FloatVector b2 = a2;
        FloatVector b3 = a3;
        FloatVector b4 = a4;
        FloatVector b5 = a5;
        for (int r = segment.firstRun(); r < segment.endRun(); r += 2) {
          int end = runs[r + 1];
          int w = weights + runs[r] * weightStep;
          for (int t = runs[r]; t < end; t++, w += weightStep) {
            int i = base + taps[t];
            FloatVector u = fromArray(SPECIES, m, i);
            FloatVector v = fromArray(SPECIES, m, i + LENGTH);
            FloatVector w0 = broadcast(SPECIES, m[w]);
            a0 = u.fma(w0, a0);
            b0 = v.fma(w0, b0);
            FloatVector w1 = broadcast(SPECIES, m[w + 1]);
            a1 = u.fma(w1, a1);
            b1 = v.fma(w1, b1);
            FloatVector w2 = broadcast(SPECIES, m[w + 2]);
            a2 = u.fma(w2, a2);
            b2 = v.fma(w2, b2);
            FloatVector w3 = broadcast(SPECIES, m[w + 3]);
            a3 = u.fma(w3, a3);
            b3 = v.fma(w3, b3);
            FloatVector w4 = broadcast(SPECIES, m[w + 4]);
            a4 = u.fma(w4, a4);
            b4 = v.fma(w4, b4);
            FloatVector w5 = broadcast(SPECIES, m[w + 5]);
            a5 = u.fma(w5, a5);
            b5 = v.fma(w5, b5);
          }
        }
        int o = y + images;
        a0.intoArray(m, o);
        b0.intoArray(m, o + LENGTH);
        a1.intoArray(m, o + plane);
        b1.intoArray(m, o + plane + LENGTH);
        a2.intoArray(m, o + 2 * plane);
        b2.intoArray(m, o + 2 * plane + LENGTH);
        a3.intoArray(m, o + 3 * plane);
        b3.intoArray(m, o + 3 * plane + LENGTH);
        a4.intoArray(m, o + 4 * plane);
        b4.intoArray(m, o + 4 * plane + LENGTH);
        a5.intoArray(m, o + 5 * plane);
        b5.intoArray(m, o + 5 * plane + LENGTH);
      }
    }
  }

  static void four(
      float[] m,
      Correlation c,
      Correlation.Segment segment,
      int in,
      int bias,
      int weights,
      int out) {
    int[] taps = c.taps();
    int[] runs = c.runs();
    int weightStep = c.weightStep();
    int plane = c.outputPlane();
    int x = in + segment.input();
    int y = out + segment.output();
    for (int p = 0; p < segment.pixels(); p++, x += c.inputStep(), y += c.outputStep()) {
      for (int images = 0; images < BLOCK; images += 2 * LENGTH) {
        int base = x + images;
        FloatVector a0 = broadcast(SPECIES, m[bias]);
        FloatVector a1 = broadcast(SPECIES, m[bias + 1]);
        FloatVector a2 = broadcast(SPECIES, m[bias + 2]);
        FloatVector a3 = broadcast(SPECIES, m[bias + 3]);
        FloatVector b0 = a0;
        FloatVector b1 = a1;
        FloatVector b2 = a2;
        FloatVector b3 = a3;
        for (int r = segment.firstRun(); r < segment.endRun(); r += 2) {
          int end = runs[r + 1];
          int w = weights + runs[r] * weightStep;
          for (int t = runs[r]; t < end; t++, w += weightStep) {
            int i = base + taps[t];
            FloatVector u = fromArray(SPECIES, m, i);
            FloatVector v = fromArray(SPECIES, m, i + LENGTH);
            FloatVector w0 = broadcast(SPECIES, m[w]);
            a0 = u.fma(w0, a0);
            b0 = v.fma(w0, b0);
            FloatVector w1 = broadcast(SPECIES, m[w + 1]);
            a1 = u.fma(w1, a1);
            b1 = v.fma(w1, b1);
            FloatVector w2 = broadcast(SPECIES, m[w + 2]);
            a2 = u.fma(w2, a2);
            b2 = v.fma(w2, b2);
            FloatVector w3 = broadcast(SPECIES, m[w + 3]);
            a3 = u.fma(w3, a3);
            b3 = v.fma(w3, b3);
          }
        }
        int o = y + images;
        a0.intoArray(m, o);
        b0.intoArray(m, o + LENGTH);
        a1.intoArray(m, o + plane);
        b1.intoArray(m, o + plane + LENGTH);
        a2.intoArray(m, o + 2 * plane);
        b2.intoArray(m, o + 2 * plane + LENGTH);
        a3.intoArray(m, o + 3 * plane);
        b3.intoArray(m, o + 3 * plane + LENGTH);
      }
    }
  }

  static void one(
      float[] m,
      Correlation c,
      Correlation.Segment segment,
      int in,
      int bias,
      int weights,
      int out) {
    int[] taps = c.taps();
    int[] runs = c.runs();
    int weightStep = c.weightStep();
    int x = in + segment.input();
    int y = out + segment.output();
    for (int p = 0; p < segment.pixels(); p++, x += c.inputStep(), y += c.outputStep()) {
      for (int images = 0; images < BLOCK; images += 2 * LENGTH) {
        int base = x + images;
        FloatVector a0 = broadcast(SPECIES, m[bias]);
        FloatVector b0 = a0;
        for (int r = segment.firstRun(); r < segment.endRun(); r += 2) {
          int end = runs[r + 1];
          int w = weights + runs[r] * weightStep;
          for (int t = runs[r]; t < end; t++, w += weightStep) {
            int i = base + taps[t];
            FloatVector u = fromArray(SPECIES, m, i);
            FloatVector v = fromArray(SPECIES, m, i + LENGTH);
            FloatVector w0 = broadcast(SPECIES, m[w]);
            a0 = u.fma(w0, a0);
            b0 = v.fma(w0, b0);
          }
        }
        a0.intoArray(m, y + images);
        b0.intoArray(m, y + images + LENGTH);
      }
    }
  }
}
