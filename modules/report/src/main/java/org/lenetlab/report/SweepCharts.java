package org.lenetlab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lenetlab.api.experiment.Metric;
import org.lenetlab.results.group.NaturalOrder;
import org.lenetlab.results.group.Sample;

/**
 * What the axes of a sweep do to the test accuracy: a curve for one axis, a heat map for two,
 * parallel coordinates for more.
 */
final class SweepCharts {
  private static final String NAME = "sweep";
  private static final String FIGURE = "test accuracy %";

  private SweepCharts() {}

  /** Empty if no axis has several values. */
  static Optional<Figure> of(List<Trial> trials) {
    Map<String, List<String>> axes = axes(trials);
    List<String> names = List.copyOf(axes.keySet());
    return switch (names.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(curve(names.getFirst(), axes, trials));
      case 2 -> Optional.of(heatMap(names.get(0), names.get(1), axes, trials));
      default -> Optional.of(coordinates(axes, trials));
    };
  }

  /** The axes with several values, and these: numbers by size, words as they come. */
  private static Map<String, List<String>> axes(List<Trial> trials) {
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (Trial trial : trials) {
      trial.axes().forEach((a, v) -> values.computeIfAbsent(a, _ -> new LinkedHashSet<>()).add(v));
    }
    Map<String, List<String>> axes = new LinkedHashMap<>();
    values.forEach(
        (axis, set) -> {
          if (set.size() > 1) {
            axes.put(axis, ordered(set));
          }
        });
    return axes;
  }

  private static List<String> ordered(Set<String> values) {
    boolean numbers = values.stream().allMatch(value -> NaturalOrder.number(value).isPresent());
    return numbers ? values.stream().sorted(NaturalOrder.INSTANCE).toList() : List.copyOf(values);
  }

  private static Figure curve(String axis, Map<String, List<String>> axes, List<Trial> trials) {
    List<String> values = axes.getOrDefault(axis, List.of());
    List<double[]> points = new ArrayList<>();
    for (Trial trial : trials) {
      Sample sample = trial.figure(Metric.TEST_ACCURACY);
      int place = values.indexOf(trial.axes().get(axis));
      if (place >= 0 && Double.isFinite(sample.mean())) {
        points.add(new double[] {place, sample.mean(), sample.min(), sample.max()});
      }
    }
    points.sort(Comparator.comparingDouble(point -> point[0]));
    Curve curve = Curve.of(FIGURE, points);
    String title = Trial.shortened(axis);
    double low = Arrays.stream(curve.low()).min().orElse(0);
    double high = Arrays.stream(curve.high()).max().orElse(100);
    LineChart chart = new LineChart(title, FIGURE).labelled(values, low, high);
    return new Figure(
        NAME,
        "Test accuracy over " + title + ": mean and range over the seeds.",
        "Test accuracy for each " + title + ": " + words(trials),
        chart.add(curve).drawing());
  }

  private static Figure heatMap(
      String across, String up, Map<String, List<String>> axes, List<Trial> trials) {
    List<String> columns = axes.getOrDefault(across, List.of());
    List<String> rows = axes.getOrDefault(up, List.of());
    HeatMap map = new HeatMap(Trial.shortened(across), columns, Trial.shortened(up), rows);
    for (Trial trial : trials) {
      int column = columns.indexOf(trial.axes().get(across));
      int row = rows.indexOf(trial.axes().get(up));
      if (column >= 0 && row >= 0) {
        map.put(column, row, trial.figure(Metric.TEST_ACCURACY).mean());
      }
    }
    return new Figure(
        NAME,
        "Mean test accuracy in percent; darker is better.",
        "Heat map of the test accuracy: " + words(trials),
        map.drawing());
  }

  private static Figure coordinates(Map<String, List<String>> axes, List<Trial> trials) {
    return new Figure(
        NAME,
        "Each line is a trial. The last axis is its mean test accuracy in percent; the best trial"
            + " is drawn bold.",
        "Parallel coordinates of the trials: " + words(trials),
        new ParallelCoordinates(axes, trials).drawing());
  }

  /** The trials' accuracies in words, as far as anybody wants to listen. */
  private static String words(List<Trial> trials) {
    int most = 12;
    List<String> words =
        trials.stream()
            .limit(most)
            .<String>map(
                trial ->
                    String.format(
                        Locale.ROOT,
                        "%s: %.2f %%",
                        trial.name(),
                        trial.figure(Metric.TEST_ACCURACY).mean()))
            .toList();
    return String.join("; ", words) + (trials.size() > most ? "; and more in the table." : ".");
  }
}
