package org.lenetlab.results.table;

import java.util.ArrayList;
import java.util.List;
import org.lenetlab.results.store.RunRecord;

/** The seeds of a group of runs, runs of neighbours joined: {@code 1–5}, {@code 1, 3–4}. */
final class Seeds {
  private Seeds() {}

  static String of(List<RunRecord> group) {
    long[] seeds = group.stream().mapToLong(run -> run.identity().seed()).sorted().toArray();
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= seeds.length; i++) {
      if (i == seeds.length || seeds[i] != seeds[i - 1] + 1) {
        parts.add(from == i - 1 ? "" + seeds[from] : seeds[from] + "–" + seeds[i - 1]);
        from = i;
      }
    }
    return String.join(", ", parts);
  }
}
