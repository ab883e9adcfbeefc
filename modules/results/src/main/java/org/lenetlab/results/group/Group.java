package org.lenetlab.results.group;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lenetlab.results.store.Identity;

/**
 * Finished runs that agree in everything they are told apart by.
 *
 * @param labels of their common values, one for each axis
 * @param runs at least one
 */
public record Group(List<String> labels, List<Run> runs) {
  public Group {
    labels = List.copyOf(labels);
    runs = List.copyOf(runs);
  }

  /** The groups of {@code runs}, in the order in which they first come up. */
  public static List<Group> of(List<Run> runs, List<Axis> axes) {
    return by(run -> axes.stream().map(axis -> axis.value(run)).toList(), runs, axes);
  }

  /** The groups of runs that differ in nothing but their seed. */
  public static List<Group> repeats(List<Run> runs, List<Axis> axes) {
    record Key(String experiment, JsonNode settings, Identity.Platform on, Identity.Inputs from) {}
    return by(
        run -> {
          Identity identity = run.record().identity();
          return new Key(
              run.record().experiment(),
              identity.experiment(),
              identity.platform(),
              identity.inputs());
        },
        runs,
        axes);
  }

  private static List<Group> by(Function<Run, Object> key, List<Run> runs, List<Axis> axes) {
    Map<Object, List<Run>> groups =
        runs.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    return groups.values().stream()
        .map(group -> new Group(labels(group.getFirst(), axes), group))
        .toList();
  }

  /** A group for each run. */
  public static List<Group> each(List<Run> runs, List<Axis> axes) {
    return runs.stream().map(run -> new Group(labels(run, axes), List.of(run))).toList();
  }

  private static List<String> labels(Run run, List<Axis> axes) {
    return axes.stream().map(axis -> axis.label(run)).toList();
  }

  /**
   * What tells it apart from {@code others}: its labels where they differ, with the names of their
   * axes where these are several.
   */
  public String nameAmong(List<Group> others, List<Axis> axes) {
    List<Integer> differing =
        IntStream.range(0, labels.size())
            .filter(i -> others.stream().anyMatch(o -> !o.labels.get(i).equals(labels.get(i))))
            .boxed()
            .toList();
    return differing.stream()
        .filter(i -> !labels.get(i).isEmpty())
        .map(i -> (differing.size() == 1 ? "" : axes.get(i).title() + " ") + labels.get(i))
        .collect(Collectors.joining(", "));
  }

  /** The data sets that the runs were tested on. */
  public Set<String> datasets() {
    return runs.stream()
        .map(run -> run.record().subject().dataset())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A figure of the runs; empty if one of them has none. */
  public Optional<Sample> sample(Figure figure) {
    List<Double> values = runs.stream().map(figure::of).toList();
    return values.stream().anyMatch(value -> Double.isNaN(value))
        ? Optional.empty()
        : Optional.of(new Sample(values));
  }
}
