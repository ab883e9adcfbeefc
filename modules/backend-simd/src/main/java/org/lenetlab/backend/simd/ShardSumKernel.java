package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.fromArray;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Adds up the sums of all shards. Most come from the caches of other cores: whole vectors keep many
 * of them under way at the same time.
 */
final class ShardSumKernel {
  private ShardSumKernel() {}

  /**
   * Adds to a range of another array, in the order of the shards.
   *
   * @param sums where the sums of the first shard begin
   * @param extent how far the sums of neighbouring shards are apart
   * @param from the first place of the range, in the sums and in {@code totals}
   * @param end where the range ends, a multiple of 16 after {@code from}
   */
  static void add(float[] m, int sums, int extent, int shards, float[] totals, int from, int end) {
    for (int i = from; i < end; i += LENGTH) {
      FloatVector total = fromArray(SPECIES, totals, i);
      int place = sums + i;
      for (int shard = 0; shard < shards; shard++, place += extent) {
        total = fromArray(SPECIES, m, place).add(total);
      }
      total.intoArray(totals, i);
    }
  }
}
