package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;
import static org.lenetlab.backend.simd.Lanes.BLOCK;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.SPECIES;
import static org.lenetlab.backend.simd.TiledConvolution.TILE;

import jdk.incubator.vector.FloatVector;

/** The sums at the eight points of a tile of {@link TiledConvolution}, for two maps. */
final class TileSumKernel {
  private TileSumKernel() {}

  /**
   * Sums inputs times weights over five kernel rows.
   *
   * @param x the tile of the first row; those of the others follow
   * @param weights of the first map in the first row at the first point
   * @param row the distance of the weights of neighbouring rows
   * @param plane the distance of those of neighbouring points
   * @param sums where the sums go, [map][point][image]
   */
  static void two(float[] m, int x, int weights, int row, int plane, int sums) {
    for (int i = 0; i < BLOCK; i += LENGTH) {
      FloatVector a0 = zero(SPECIES);
      FloatVector a1 = zero(SPECIES);
      FloatVector a2 = zero(SPECIES);
      FloatVector a3 = zero(SPECIES);
      FloatVector a4 = zero(SPECIES);
      FloatVector a5 = zero(SPECIES);
      FloatVector a6 = zero(SPECIES);
      FloatVector a7 = zero(SPECIES);
      FloatVector b0 = zero(SPECIES);
      FloatVector b1 = zero(SPECIES);
      FloatVector b2 = zero(SPECIES);
      FloatVector b3 = zero(SPECIES);
      FloatVector b4 = zero(SPECIES);
      FloatVector b5 = zero(SPECIES);
      FloatVector b6 = zero(SPECIES);
      FloatVector b7 = zero(SPECIES);
      int w = weights;
      for (int from = x + i; from < x + RowTiles.KERNEL * TILE; from += TILE, w += row) {
        FloatVector v0 = fromArray(SPECIES, m, from);
        a0 = v0.fma(broadcast(SPECIES, m[w]), a0);
        b0 = v0.fma(broadcast(SPECIES, m[w + 1]), b0);
        FloatVector v1 = fromArray(SPECIES, m, from + BLOCK);
        a1 = v1.fma(broadcast(SPECIES, m[w + plane]), a1);
        b1 = v1.fma(broadcast(SPECIES, m[w + plane + 1]), b1);
        FloatVector v2 = fromArray(SPECIES, m, from + 2 * BLOCK);
        a2 = v2.fma(broadcast(SPECIES, m[w + 2 * plane]), a2);
        b2 = v2.fma(broadcast(SPECIES, m[w + 2 * plane + 1]), b2);
        FloatVector v3 = fromArray(SPECIES, m, from + 3 * BLOCK);
        a3 = v3.fma(broadcast(SPECIES, m[w + 3 * plane]), a3);
        b3 = v3.fma(broadcast(SPECIES, m[w + 3 * plane + 1]), b3);
        FloatVector v4 = fromArray(SPECIES, m, from + 4 * BLOCK);
        a4 = v4.fma(broadcast(SPECIES, m[w + 4 * plane]), a4);
        b4 = v4.fma(broadcast(SPECIES, m[w + 4 * plane + 1]), b4);
        FloatVector v5 = fromArray(SPECIES, m, from + 5 * BLOCK);
        a5 = v5.fma(broadcast(SPECIES, m[w + 5 * plane]), a5);
        b5 = v5.fma(broadcast(SPECIES, m[w + 5 * plane + 1]), b5);
        FloatVector v6 = fromArray(SPECIES, m, from + 6 * BLOCK);
        a6 = v6.fma(broadcast(SPECIES, m[w + 6 * plane]), a6);
        b6 = v6.fma(broadcast(SPECIES, m[w + 6 * plane + 1]), b6);
        FloatVector v7 = fromArray(SPECIES, m, from + 7 * BLOCK);
        a7 = v7.fma(broadcast(SPECIES, m[w + 7 * plane]), a7);
        b7 = v7.fma(broadcast(SPECIES, m[w + 7 * plane + 1]), b7);
      }
      int to = sums + i;
      a0.intoArray(m, to);
      a1.intoArray(m, to + BLOCK);
      a2.intoArray(m, to + 2 * BLOCK);
      a3.intoArray(m, to + 3 * BLOCK);
      a4.intoArray(m, to + 4 * BLOCK);
      a5.intoArray(m, to + 5 * BLOCK);
      a6.intoArray(m, to + 6 * BLOCK);
      a7.intoArray(m, to + 7 * BLOCK);
      b0.intoArray(m, to + 8 * BLOCK);
      b1.intoArray(m, to + 9 * BLOCK);
      b2.intoArray(m, to + 10 * BLOCK);
      b3.intoArray(m, to + 11 * BLOCK);
      b4.intoArray(m, to + 12 * BLOCK);
      b5.intoArray(m, to + 13 * BLOCK);
      b6.intoArray(m, to + 14 * BLOCK);
      b7.intoArray(m, to + 15 * BLOCK);
    }
  }
}
