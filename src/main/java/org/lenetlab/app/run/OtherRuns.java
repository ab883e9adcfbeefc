package org.lenetlab.app.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lenetlab.results.store.Identity;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.ResultsStore.StoredRun;

/**
 * The stored runs of an experiment's name that its file no longer has, because it was changed in
 * the meantime: which they are, and how they differ from what the file has now.
 */
final class OtherRuns {
  private static final int MOST_LINES = 5;

  private OtherRuns() {}

  /** Lines for the user; none if all stored runs are among {@code current}. */
  static List<String> describe(ResultsStore store, String experiment, Collection<Run> current) {
    Path folder = store.root().resolve(experiment);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    Set<String> ours =
        current.stream().map(run -> run.identity().hash()).collect(Collectors.toSet());
    List<Identity> others =
        ResultsStore.scan(List.of(folder)).runs().stream()
            .map(StoredRun::record)
            .filter(record -> !ours.contains(record.hash()))
            .map(record -> record.identity())
            .filter(identity -> !isAnotherSeed(identity, current))
            .toList();
    if (others.isEmpty()) {
      return List.of();
    }
    Map<String, Integer> differences = new LinkedHashMap<>();
    others.forEach(other -> differences.merge(difference(other, current), 1, Integer::sum));
    List<String> lines = new ArrayList<>();
    lines.add(
        others.size() == 1
            ? folder + " holds 1 other run, which is kept and not in this table; it had"
            : "%s holds %d other runs, which are kept and not in this table; they had"
                .formatted(folder, others.size()));
    differences.entrySet().stream()
        .limit(MOST_LINES)
        .forEach(entry -> lines.add("  " + entry.getKey() + " (" + entry.getValue() + ")"));
    if (differences.size() > MOST_LINES) {
      lines.add("  and " + (differences.size() - MOST_LINES) + " more differences");
    }
    return lines;
  }

  /** Whether it is a repetition of a current run: the file has not changed, only its repeats. */
  private static boolean isAnotherSeed(Identity other, Collection<Run> current) {
    return current.stream()
        .anyMatch(run -> other.differences(run.identity()).keySet().equals(Set.of("seed")));
  }

  /** How a run differs from the current one that is most like it. */
  private static String difference(Identity other, Collection<Run> current) {
    Map<String, String> nearest =
        current.stream()
            .map(run -> other.differences(run.identity()))
            .min(Comparator.comparing(Map::size))
            .orElseThrow();
    return nearest.entrySet().stream()
        .map(change -> change.getKey() + " " + change.getValue())
        .collect(Collectors.joining("; "));
  }
}
