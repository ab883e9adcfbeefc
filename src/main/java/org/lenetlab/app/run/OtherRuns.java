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

  /** All that a repetition of a run differs in: the file has not changed, only its repeats. */
  private static final Set<String> ANOTHER_SEED = Set.of("seed");

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
            .toList();
    if (others.isEmpty()) {
      return List.of();
    }
    List<Map<String, String>> ourValues = current.stream().map(r -> r.identity().values()).toList();
    Map<String, Integer> differences = new LinkedHashMap<>();
    others.stream()
        .map(other -> nearest(other.values(), ourValues))
        .filter(nearest -> !nearest.keySet().equals(ANOTHER_SEED))
        .forEach(nearest -> differences.merge(words(nearest), 1, Integer::sum));
    if (differences.isEmpty()) {
      return List.of();
    }
    int count = differences.values().stream().mapToInt(Integer::intValue).sum();
    List<String> lines = new ArrayList<>();
    lines.add(
        count == 1
            ? folder + " holds 1 other run, which is kept and not in this table; it had"
            : "%s holds %d other runs, which are kept and not in this table; they had"
                .formatted(folder, count));
    differences.entrySet().stream()
        .limit(MOST_LINES)
        .forEach(entry -> lines.add("  " + entry.getKey() + " (" + entry.getValue() + ")"));
    if (differences.size() > MOST_LINES) {
      lines.add("  and " + (differences.size() - MOST_LINES) + " more differences");
    }
    return lines;
  }

  /** How a run differs from the current one that is most like it: most of all, its repetition. */
  private static Map<String, String> nearest(
      Map<String, String> other, List<Map<String, String>> current) {
    return current.stream()
        .map(values -> Identity.differences(other, values))
        .min(
            Comparator.<Map<String, String>>comparingInt(Map::size)
                .thenComparing(differences -> !differences.keySet().equals(ANOTHER_SEED)))
        .orElseThrow();
  }

  private static String words(Map<String, String> differences) {
    return differences.entrySet().stream()
        .map(change -> change.getKey() + " " + change.getValue())
        .collect(Collectors.joining("; "));
  }
}
