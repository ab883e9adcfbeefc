package org.lenetlab.app.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lenetlab.app.cli.ShellLine;
import org.lenetlab.results.store.Identity;
import org.lenetlab.results.store.ResultsStore;

/**
 * The stored runs of an experiment's name that its file no longer has, because it was changed in
 * the meantime: how many they are, and in what they differ from what the file has now.
 */
final class OtherRuns {
  private static final int MOST_PATHS = 5;

  /** All that a repetition of a run differs in: the file has not changed, only its repeats. */
  private static final Set<String> ANOTHER_SEED = Set.of("seed");

  private OtherRuns() {}

  /** A line for the user; nothing if all stored runs are among {@code current}. */
  static Optional<String> describe(ResultsStore store, String experiment, Collection<Run> current) {
    Path folder = store.root().resolve(experiment);
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    Set<String> ours =
        current.stream().map(run -> run.identity().hash()).collect(Collectors.toSet());
    List<Map<String, String>> ourValues = current.stream().map(r -> r.identity().values()).toList();
    List<Set<String>> others =
        ResultsStore.scan(List.of(folder)).runs().stream()
            .map(run -> run.record().identity())
            .filter(identity -> !ours.contains(identity.hash()))
            .map(identity -> nearest(identity.values(), ourValues))
            .filter(nearest -> !nearest.equals(ANOTHER_SEED))
            .toList();
    return others.isEmpty() ? Optional.empty() : Optional.of(line(folder, others));
  }

  private static String line(Path folder, List<Set<String>> others) {
    Set<String> paths =
        others.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    return "%s holds %s, not in this table, with another %s%s: %s shows all"
        .formatted(
            folder,
            others.size() == 1 ? "1 other run" : others.size() + " other runs",
            paths.stream().limit(MOST_PATHS).collect(Collectors.joining(", ")),
            paths.size() > MOST_PATHS ? ", …" : "",
            ShellLine.of(List.of("lenet", "table", folder.toString())));
  }

  /** In what a run differs from the current one most like it: most of all, its repetition. */
  private static Set<String> nearest(Map<String, String> other, List<Map<String, String>> current) {
    return current.stream()
        .map(values -> differences(other, values))
        .min(
            Comparator.<Set<String>>comparingInt(Set::size)
                .thenComparing(paths -> !paths.equals(ANOTHER_SEED)))
        .orElseThrow();
  }

  /** Where the kind of a block differs, the keys that only one of the kinds has are left out. */
  private static Set<String> differences(Map<String, String> other, Map<String, String> current) {
    Set<String> paths = Identity.differences(other, current).keySet();
    Set<String> chosen = new HashSet<>(paths);
    chosen.removeIf(
        path ->
            paths.contains(path.substring(0, path.lastIndexOf('.') + 1) + "name")
                && !(other.containsKey(path) && current.containsKey(path)));
    return chosen;
  }
}
