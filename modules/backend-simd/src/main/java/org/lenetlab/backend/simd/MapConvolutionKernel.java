package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.LOGICAL;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Eight pixels of 16 maps of a convolution, with the maps in the lanes. */
final class MapConvolutionKernel {
  private MapConvolutionKernel() {}

  /**
   * y[pixel][map] = bias[map] + Σ over taps: x[pixel + tap] · weights[tap][map].
   *
   * @param taps for each tap, how far its input lies from the pixel's own
   * @param pixels for each pixel, where the input of its first tap lies
   * @param first the first of the pixels
   * @param columns how far the weights of neighbouring taps, and neighbouring outputs, are apart
   */
  static void eight(
      float[] m,
      int x,
      int[] taps,
      int[] pixels,
      int first,
      int weights,
      int bias,
      int columns,
      int y) {
    int x0 = x + pixels[first];
    int x1 = x + pixels[first + 1];
    int x2 = x + pixels[first + 2];
    int x3 = x + pixels[first + 3];
    int x4 = x + pixels[first + 4];
    int x5 = x + pixels[first + 5];
    int x6 = x + pixels[first + 6];
    int x7 = x + pixels[first + 7];
    for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
      FloatVector a0 = fromArray(SPECIES, m, bias + lane);
      FloatVector a1 = a0;
      FloatVector a2 = a0;
      FloatVector a3 = a0;
      FloatVector a4 = a0;
      FloatVector a5 = a0;
      FloatVector a6 = a0;
      FloatVector a7 = a0;
      int w = weights + lane;
      for (int t = 0; t < taps.length; t++, w += columns) {
        int tap = taps[t];
        FloatVector v = fromArray(SPECIES, m, w);
        a0 = v.fma(broadcast(SPECIES, m[x0 + tap]), a0);
        a1 = v.fma(broadcast(SPECIES, m[x1 + tap]), a1);
        a2 = v.fma(broadcast(SPECIES, m[x2 + tap]), a2);
        a3 = v.fma(broadcast(SPECIES, m[x3 + tap]), a3);
        a4 = v.fma(broadcast(SPECIES, m[x4 + tap]), a4);
        a5 = v.fma(broadcast(SPECIES, m[x5 + tap]), a5);
        a6 = v.fma(broadcast(SPECIES, m[x6 + tap]), a6);
        a7 = v.fma(broadcast(SPECIES, m[x7 + tap]), a7);
      }
      int o = y + first * columns + lane;
      a0.intoArray(m, o);
      a1.intoArray(m, o + columns);
      a2.intoArray(m, o + 2 * columns);
      a3.intoArray(m, o + 3 * columns);
      a4.intoArray(m, o + 4 * columns);
      a5.intoArray(m, o + 5 * columns);
      a6.intoArray(m, o + 6 * columns);
      a7.intoArray(m, o + 7 * columns);
    }
  }
}
