package org.lenetlab.app.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.lenetlab.api.experiment.Strategy;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.app.config.Axis.Value;

/** Chooses the points of a sweep, each with one value on every axis. */
final class Points {
  /** Of a grid; more is a slip. */
  static final int MOST = 100_000;

  /** How many draws there may be for each trial that is wanted. */
  private static final int PATIENCE = 100;

  private final List<Axis> axes;
  private final Predicate<Map<String, String>> excluded;

  /**
   * @param excluded which points to leave out, by their labels
   */
  Points(List<Axis> axes, Predicate<Map<String, String>> excluded) {
    this.axes = axes;
    this.excluded = excluded;
  }

  /** A point: the labels by axis, in the order of the axes, and all changes. */
  record Point(Map<String, String> labels, List<Change> changes) {}

  /** How many points a grid has, before any is left out; at most {@link Long#MAX_VALUE}. */
  long gridSize() {
    double size = 1;
    for (Axis axis : axes) {
      size *= listed(axis).size();
    }
    return (long) size;
  }

  /** All points, those without the excluded ones. */
  List<Point> choose(Strategy strategy) {
    return switch (strategy) {
      case Strategy.Grid _ -> grid();
      case Strategy.Random(var trials, var seed) -> random(trials, seed);
      case Strategy.Halving(_, _, var trials, var seed) ->
          trials == null ? grid() : random(trials, seed);
    };
  }

  private List<Point> grid() {
    List<List<Value>> combinations = new ArrayList<>(List.of(List.of()));
    for (Axis axis : axes) {
      List<List<Value>> longer = new ArrayList<>();
      for (List<Value> start : combinations) {
        for (Value value : listed(axis)) {
          List<Value> combination = new ArrayList<>(start);
          combination.add(value);
          longer.add(combination);
        }
      }
      combinations = longer;
    }
    return combinations.stream()
        .map(this::point)
        .filter(point -> !excluded.test(point.labels))
        .toList();
  }

  private static List<Value> listed(Axis axis) {
    return axis.choices() instanceof Axis.Listed(var values) ? values : List.of();
  }

  /** A draw depends on its number and its axis only, so that more trials keep the first ones. */
  private List<Point> random(int trials, long seed) {
    List<Point> points = new ArrayList<>();
    Set<Map<String, String>> seen = new LinkedHashSet<>();
    for (long draw = 0; draw < (long) PATIENCE * trials && points.size() < trials; draw++) {
      List<Value> values = new ArrayList<>();
      for (Axis axis : axes) {
        values.add(value(axis, new RandomStream(seed, "sweep " + axis.name()).at(draw)));
      }
      Point point = point(values);
      if (!excluded.test(point.labels) && seen.add(point.labels)) {
        points.add(point);
      }
    }
    return points;
  }

  private static Value value(Axis axis, RandomStream random) {
    return switch (axis.choices()) {
      case Axis.Listed(var values) -> values.get(random.nextInt(values.size()));
      case Axis.Drawn(var interval, var place, var path) -> {
        String number = interval.draw(random);
        Tree.Kind kind = number.contains(".") ? Tree.Kind.REAL : Tree.Kind.WHOLE;
        Tree.Scalar drawn = new Tree.Scalar(place, kind, number);
        yield new Value(number, drawn, List.of(new Change.Put(path, drawn)));
      }
    };
  }

  private Point point(List<Value> values) {
    Map<String, String> labels = new LinkedHashMap<>();
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      labels.put(axes.get(i).name(), values.get(i).label());
      changes.addAll(values.get(i).changes());
    }
    return new Point(labels, changes);
  }
}
