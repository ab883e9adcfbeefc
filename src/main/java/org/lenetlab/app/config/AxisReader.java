package org.lenetlab.app.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lenetlab.app.cli.DidYouMean;
import org.lenetlab.app.config.Axis.Choices;
import org.lenetlab.app.config.Axis.Value;

/**
 * Reads the axes of a sweep. An axis is a dotted path with values, listed or named, or a name of
 * its own with named sets of changes.
 */
final class AxisReader {
  private static final String CHOICE = "choice";
  private static final String CUMULATIVE = "cumulative";

  /** Keys that all trials share, and what to do instead of sweeping them. */
  private static final Map<String, String> SHARED =
      Map.of(
          "name", "it names the folder of the whole sweep",
          "about", "it describes the whole sweep",
          "expect", "write one file for each claim",
          "seed", "repeats: 5 trains every trial with five seeds",
          "repeats", "all trials have the same seeds, so that they can be compared");

  private final boolean grid;
  private final List<String> keys;
  private final List<Diagnostic> problems;

  /**
   * @param grid whether values must be listed
   * @param keys of an experiment
   * @param problems receives what is wrong
   */
  AxisReader(boolean grid, List<String> keys, List<Diagnostic> problems) {
    this.grid = grid;
    this.keys = keys.stream().filter(key -> !SHARED.containsKey(key)).toList();
    this.problems = problems;
  }

  /** The axes that can be understood, in the order of the file. */
  List<Axis> read(Tree.Mapping axes) {
    List<Axis> sound = new ArrayList<>();
    axes.entries()
        .forEach(
            (name, entry) -> {
              Choices choices = choices(name, entry);
              if (choices != null && hasValues(choices, entry)) {
                sound.add(new Axis(name, entry.keyPlace(), choices));
              }
            });
    return sound;
  }

  private @Nullable Choices choices(String name, Tree.Entry entry) {
    List<Change.Segment> path = path(name, entry.keyPlace());
    if (path != null) {
      return atPath(path, entry);
    }
    if (isNameOfItsOwn(name, entry)) {
      return changeSets((Tree.Mapping) entry.value());
    }
    problems.add(unknown(name, entry.keyPlace()));
    return null;
  }

  private @Nullable List<Change.Segment> path(String name, Place place) {
    List<Change.Segment> path = Change.segments(name, place);
    return keys.contains(path.getFirst().key()) ? path : null;
  }

  private static boolean isNameOfItsOwn(String name, Tree.Entry entry) {
    return !name.contains(".")
        && !SHARED.containsKey(name)
        && entry.value() instanceof Tree.Mapping map
        && !isInterval(map);
  }

  private Diagnostic unknown(String name, Place place) {
    Change.Segment first = Change.segments(name, place).getFirst();
    String instead = SHARED.get(first.key());
    if (instead != null) {
      return Diagnostic.error(first.place(), first.key() + " cannot be swept", instead);
    }
    return Diagnostic.error(
        first.place(),
        "an experiment has no key '" + first.key() + "'",
        DidYouMean.nearest(first.key(), keys)
            .map(near -> "did you mean '" + near + "'?")
            .orElse("a path begins with one of " + String.join(", ", keys)));
  }

  private @Nullable Choices atPath(List<Change.Segment> path, Tree.Entry entry) {
    return switch (entry.value()) {
      case Tree.Sequence list -> listed(path, list);
      case Tree.Mapping map when isInterval(map) -> drawn(path, map);
      case Tree.Mapping map when map.get(CHOICE) instanceof Tree.Sequence list ->
          listed(path, list);
      case Tree.Mapping map -> named(path, map);
      case Tree.Scalar scalar -> {
        problems.add(
            Diagnostic.error(
                scalar.place(), "expected the values of an axis", "as a list, such as [1, 2, 3]"));
        yield null;
      }
    };
  }

  private Choices listed(List<Change.Segment> path, Tree.Sequence list) {
    List<Value> values = new ArrayList<>();
    Set<String> labels = new HashSet<>();
    for (Tree item : list.items()) {
      String label = AxisLabels.of(item, values.size() + 1);
      if (labels.add(label)) {
        values.add(new Value(label, item, List.of(change(path, item))));
      } else {
        problems.add(
            Diagnostic.warning(item.place(), "the value " + label + " is listed twice", ""));
      }
    }
    return new Axis.Listed(values);
  }

  private static Choices named(List<Change.Segment> path, Tree.Mapping map) {
    List<Value> values = new ArrayList<>();
    map.entries()
        .forEach(
            (label, entry) ->
                values.add(new Value(label, entry.value(), List.of(change(path, entry.value())))));
    return new Axis.Listed(values);
  }

  /** A value over what the file has; nothing stands for leaving the key out. */
  private static Change change(List<Change.Segment> path, Tree value) {
    return value.isNothing() ? new Change.Remove(path, false) : new Change.Put(path, value);
  }

  private Choices changeSets(Tree.Mapping map) {
    boolean cumulative = map.onlyValue() instanceof Tree.Mapping && map.get(CUMULATIVE) != null;
    Tree.Mapping sets = cumulative ? (Tree.Mapping) map.entry(CUMULATIVE).value() : map;
    List<Value> values = new ArrayList<>();
    List<Change> before = new ArrayList<>();
    sets.entries()
        .forEach(
            (label, entry) -> {
              List<Change> changes = new ArrayList<>(cumulative ? before : List.of());
              changes.addAll(changes(label, entry));
              values.add(new Value(label, entry.value(), List.copyOf(changes)));
              before.clear();
              before.addAll(changes);
            });
    return new Axis.Listed(values);
  }

  private List<Change> changes(String label, Tree.Entry entry) {
    if (entry.value().isNothing()) {
      return List.of();
    }
    if (!(entry.value() instanceof Tree.Mapping map)) {
      problems.add(
          Diagnostic.error(
              entry.place(),
              "expected the changes that '" + label + "' stands for",
              "as in {architecture.activation: relu, loss: mse}; {} for none"));
      return List.of();
    }
    List<Change> changes = new ArrayList<>();
    map.entries()
        .forEach(
            (name, value) -> {
              List<Change.Segment> path = path(name, value.keyPlace());
              if (path == null) {
                problems.add(unknown(name, value.keyPlace()));
              } else {
                changes.add(change(path, value.value()));
              }
            });
    return changes;
  }

  private static boolean isInterval(Tree.Mapping map) {
    String key = map.onlyKey();
    return key != null && Interval.DISTRIBUTIONS.containsKey(key);
  }

  private @Nullable Choices drawn(List<Change.Segment> path, Tree.Mapping map) {
    String name = String.valueOf(map.onlyKey());
    Tree.Entry bounds = map.entry(name);
    Interval interval = IntervalReader.read(name, bounds, problems);
    if (grid) {
      problems.add(
          Diagnostic.error(
              bounds.keyPlace(),
              "a grid needs a list of values",
              "numbers are drawn with strategy: {name: random, trials: 20}"));
      return null;
    }
    return interval == null ? null : new Axis.Drawn(interval, bounds.keyPlace(), path);
  }

  private boolean hasValues(Choices choices, Tree.Entry entry) {
    boolean empty = choices instanceof Axis.Listed(var values) && values.isEmpty();
    if (empty) {
      problems.add(Diagnostic.error(entry.keyPlace(), "the axis has no values", ""));
    }
    return !empty;
  }
}
