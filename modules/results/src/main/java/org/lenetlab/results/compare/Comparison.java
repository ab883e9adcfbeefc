package org.lenetlab.results.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lenetlab.results.group.Axis;
import org.lenetlab.results.group.Group;
import org.lenetlab.results.group.Run;

/**
 * Groups of runs to be compared.
 *
 * @param axes that tell them apart
 * @param baseline what the others are compared with
 * @param others at least one
 * @param unpaired what runs of one group differ in
 */
record Comparison(List<Axis> axes, Group baseline, List<Group> others, List<Axis> unpaired) {

  /**
   * Finds the groups.
   *
   * @param runs finished ones
   * @throws IllegalArgumentException if there is nothing to compare or not one baseline
   */
  static Comparison of(List<Run> runs, ComparisonRequest request) {
    List<String> paths = new ArrayList<>(request.by());
    if (paths.isEmpty()) {
      paths.add("experiment");
      paths.addAll(Run.tried(runs));
      if (runs.size() == 2) {
        paths.add("seed");
      }
    }
    List<Axis> axes = paths.stream().map(path -> new Axis(path, runs)).toList();
    List<Group> groups =
        runs.size() == 2
            ? Group.each(runs, axes)
            : request.by().isEmpty() ? Group.repeats(runs, axes) : Group.of(runs, axes);
    if (groups.size() < 2) {
      throw new IllegalArgumentException(
          "there is nothing to compare: all runs agree in " + String.join(", ", paths));
    }
    Group baseline = baseline(groups, axes, request);
    List<Group> others = groups.stream().filter(group -> !group.equals(baseline)).toList();
    return new Comparison(axes, baseline, others, unpaired(runs, paths));
  }

  /** Whole experiments may differ in anything. */
  private static List<Axis> unpaired(List<Run> runs, List<String> compared) {
    return compared.contains("experiment")
        ? List.of()
        : Run.untold(runs, compared).stream().map(path -> new Axis(path, runs)).toList();
  }

  private static Group baseline(List<Group> groups, List<Axis> axes, ComparisonRequest request) {
    List<Group> matching =
        groups.stream()
            .filter(
                group ->
                    request.baseline().stream()
                        .allMatch(condition -> group.runs().stream().allMatch(condition::holds)))
            .toList();
    if (request.baseline().isEmpty() || matching.size() == 1) {
      return matching.getFirst();
    }
    List<String> names =
        (matching.isEmpty() ? groups : matching)
            .stream().map(group -> group.nameAmong(groups, axes)).toList();
    throw new IllegalArgumentException(
        (matching.isEmpty() ? "none of these is the baseline: " : "several are the baseline: ")
            + String.join("; ", names));
  }

  /** What the baseline is called. */
  String baselineName() {
    return baseline.nameAmong(others, axes);
  }

  /** Whether each group is one run, so that only test images can tell whether they differ. */
  boolean isOfSingleRuns() {
    return baseline.runs().size() == 1 && others.stream().allMatch(g -> g.runs().size() == 1);
  }

  /** Whether a group was tested on the baseline's data, without which figures say nothing. */
  boolean isOfSameData(Group group) {
    return group.datasets().equals(baseline.datasets());
  }

  /** The differences of a group; empty if it shares no data or no seed with the baseline. */
  Optional<Pairing> pairing(Group group, ComparisonRequest request) {
    if (!isOfSameData(group)) {
      return Optional.empty();
    }
    Pairing pairing = Pairing.of(baseline, group, unpaired, request.figure()::of);
    return pairing.differences().length == 0 ? Optional.empty() : Optional.of(pairing);
  }
}
