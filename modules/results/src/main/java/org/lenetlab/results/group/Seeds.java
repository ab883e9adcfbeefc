package org.lenetlab.results.group;

import java.util.ArrayList;
import java.util.List;

/** The seeds of a group of runs, runs of neighbours joined: {@code 1–5}, {@code 1, 3–4}. */
public final class Seeds {
  private Seeds() {}

  /** The seeds of {@code group}, each once. */
  public static String of(List<Run> group) {
    long[] seeds = group.stream().mapToLong(Run::seed).distinct().sorted().toArray();
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
