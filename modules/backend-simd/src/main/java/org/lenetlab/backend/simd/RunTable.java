package org.lenetlab.backend.simd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the runs of a correlation; lists that occur again are stored once. */
final class RunTable {
  private final List<Integer> bounds = new ArrayList<>();
  private final Map<List<Integer>, Integer> starts = new HashMap<>();

  /**
   * Adds runs of taps, each given by its first tap and the one after the last. Runs that meet
   * become one.
   *
   * @return where they begin and end in the table
   */
  int[] add(List<int[]> runs) {
    List<Integer> merged = new ArrayList<>();
    for (int[] run : runs) {
      if (!merged.isEmpty() && merged.getLast() == run[0]) {
        merged.set(merged.size() - 1, run[1]);
      } else {
        merged.add(run[0]);
        merged.add(run[1]);
      }
    }
    int start =
        starts.computeIfAbsent(
            merged,
            key -> {
              bounds.addAll(key);
              return bounds.size() - key.size();
            });
    return new int[] {start, start + merged.size()};
  }

  int[] toArray() {
    return bounds.stream().mapToInt(Integer::intValue).toArray();
  }
}
