package org.lenetlab.backend.simd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the gradients of a batch, range by range: mostly just before a range is updated, while it
 * is in the cache. A range is either a part of the sums of shards, which are added in order, or of
 * a {@link BatchGradient}.
 */
final class GradientSums {
  /** Parameters of a range. */
  private static final int LENGTH = 4096;

  /**
   * Parameters that are added up, and updated, at a time.
   *
   * @param gradient what computes theirs; null where shards have sums of them
   */
  record Range(int from, int end, @Nullable BatchGradient gradient) {
    /** The row of the gradient's matrix that begins at {@code place}. */
    int row(BatchGradient gradient, int place) {
      return (place - gradient.place().weights()) / gradient.place().columns();
    }
  }

  private final float[] memory;
  private final int sums;
  private final int extent;
  private final int kept;
  private final Range[] ranges;

  /**
   * @param sums where the sums of the first shard begin
   * @param extent how far the sums of neighbouring shards are apart
   * @param kept where the part of the memory begins that outlasts the blocks
   * @param length of the vector of parameters
   * @param gradients in the order of the parameters
   */
  GradientSums(
      float[] memory, int sums, int extent, int kept, int length, List<BatchGradient> gradients) {
    this.memory = memory;
    this.sums = sums;
    this.extent = extent;
    this.kept = kept;
    List<Range> all = new ArrayList<>();
    int next = Arena.FIRST;
    for (BatchGradient gradient : gradients) {
      ParameterVector.Place place = gradient.place();
      cut(all, next, place.weights(), LENGTH, null);
      int rows = Math.max(1, LENGTH / place.columns());
      cut(all, place.weights(), place.bias(), rows * place.columns(), gradient);
      next = place.bias();
    }
    cut(all, next, length, LENGTH, null);
    ranges = all.toArray(Range[]::new);
  }

  private static void cut(
      List<Range> ranges, int from, int end, int length, @Nullable BatchGradient gradient) {
    for (int place = from; place < end; place += length) {
      ranges.add(new Range(place, Math.min(place + length, end), gradient));
    }
  }

  int ranges() {
    return ranges.length;
  }

  Range range(int index) {
    return ranges[index];
  }

  /** Clears the sums of a shard, where {@code block} is to add its own from now on. */
  void begin(Block block, int shard) {
    int place = sums + shard * extent;
    for (Range range : ranges) {
      if (range.gradient == null) {
        Arrays.fill(memory, place + range.from, place + range.end, 0);
      }
    }
    block.sumInto(place);
  }

  /**
   * Adds the gradients of a range to {@code totals}.
   *
   * @param shards how many have sums
   * @param images how many are kept, a multiple of 32
   * @param worker the number of the calling thread
   */
  void add(Range range, int shards, int images, float[] totals, int worker) {
    BatchGradient gradient = range.gradient;
    if (gradient == null) {
      ShardSumKernel.add(memory, sums, extent, shards, totals, range.from, range.end);
    } else {
      int first = range.row(gradient, range.from);
      int end = range.row(gradient, range.end);
      gradient.addRows(memory, kept, images, first, end, totals, worker);
    }
  }
}
