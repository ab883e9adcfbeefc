package org.lenetlab.app.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lenetlab.api.experiment.Strategy;

/** Reads the {@code sweep} block of a file: its axes, and the points that its strategy chooses. */
final class SweepReader {
  private final Tree.Mapping block;
  private final List<String> keys;
  private final List<Diagnostic> problems;

  /**
   * @param block in full form
   * @param keys of an experiment
   * @param problems receives what is wrong
   */
  SweepReader(Tree.Mapping block, List<String> keys, List<Diagnostic> problems) {
    this.block = block;
    this.keys = keys;
    this.problems = problems;
  }

  /** A sweep and its points, at least one. */
  record Plan(Trials.Sweep sweep, List<Points.Point> points) {}

  /**
   * What the block stands for; nothing where that cannot be understood.
   *
   * @param strategy of it; nothing where that is wrong
   * @param overrides of the command line, which may not change what an axis changes
   */
  Optional<Plan> read(Optional<Strategy> strategy, List<Change> overrides) {
    if (!(block.get("axes") instanceof Tree.Mapping written)) {
      return Optional.empty();
    }
    boolean grid = strategy.filter(choice -> choice.drawn().isEmpty()).isPresent();
    List<Axis> axes = new AxisReader(grid, keys, problems).read(written);
    overrides.forEach(override -> requireFree(override, axes));
    List<Choice> excluded = excluded(axes);
    Map<String, Set<String>> baseline = baseline(axes);
    if (axes.isEmpty() && written.entries().isEmpty()) {
      problems.add(error("a sweep needs at least one axis", ""));
    }
    if (axes.isEmpty() || strategy.isEmpty()) {
      return Optional.empty();
    }
    Points points =
        new Points(axes, labels -> excluded.stream().anyMatch(choice -> choice.matches(labels)));
    if (grid && points.gridSize() > Points.MOST) {
      problems.add(
          error(
              String.format(Locale.ROOT, "a grid of %,d trials", points.gridSize()),
              "strategy: {name: random, trials: 100} draws some of them"));
      return Optional.empty();
    }
    List<Points.Point> chosen = points.choose(strategy.get());
    warn(strategy.get(), chosen.size());
    Trials.Sweep sweep =
        new Trials.Sweep(block.entry("axes").keyPlace(), strategy.get(), places(axes), baseline);
    return chosen.isEmpty() ? Optional.empty() : Optional.of(new Plan(sweep, chosen));
  }

  private Diagnostic error(String message, String hint) {
    return Diagnostic.error(block.entry("axes").keyPlace(), message, hint);
  }

  private static Map<String, Place> places(List<Axis> axes) {
    Map<String, Place> places = new LinkedHashMap<>();
    axes.forEach(axis -> places.put(axis.name(), axis.place()));
    return places;
  }

  private void requireFree(Change override, List<Axis> axes) {
    for (Axis axis : axes) {
      boolean taken =
          switch (axis.choices()) {
            case Axis.Listed(var values) ->
                values.stream()
                    .flatMap(value -> value.changes().stream())
                    .anyMatch(change -> override.isWithin(change.path()));
            case Axis.Drawn(_, _, var path) -> override.isWithin(path);
          };
      if (taken) {
        problems.add(
            Diagnostic.error(
                override.path().getFirst().place(),
                "the sweep changes this in its trials",
                "change the axis " + axis.name() + " in the file"));
      }
    }
  }

  private List<Choice> excluded(List<Axis> axes) {
    List<Choice> choices = new ArrayList<>();
    if (block.get("exclude") instanceof Tree.Sequence list) {
      for (Tree item : list.items()) {
        if (item instanceof Tree.Mapping map) {
          Choice choice = Choice.read(map, item.place(), axes, problems);
          if (choice.labels().size() == map.entries().size() && !choice.labels().isEmpty()) {
            choices.add(choice);
          }
        }
      }
    }
    return choices;
  }

  private Map<String, Set<String>> baseline(List<Axis> axes) {
    return block.get("baseline") instanceof Tree.Mapping map
        ? Choice.read(map, map.place(), axes, problems).labels()
        : Map.of();
  }

  private void warn(Strategy strategy, int points) {
    if (points == 0) {
      problems.add(error("no trial is left", "exclude leaves all of them out"));
    } else if (points < strategy.drawn().orElse(0)) {
      problems.add(
          Diagnostic.warning(
              block.place("strategy"),
              "there are only " + points + " different trials",
              "of " + strategy.drawn().orElseThrow() + " that were asked for"));
    }
  }
}
