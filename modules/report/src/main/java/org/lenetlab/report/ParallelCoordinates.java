package org.lenetlab.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.lenetlab.api.experiment.Metric;

/**
 * A line for each trial over the axes of a sweep and its test accuracy. Every axis goes from its
 * first value, at the bottom, to its last.
 */
final class ParallelCoordinates {
  /** How far words stand above the end of a line. */
  private static final double ABOVE = 0.045;

  private static final double BELOW = 0.05;

  private final Map<String, List<String>> axes;
  private final List<Trial> trials;
  private final double worst;
  private final double best;

  ParallelCoordinates(Map<String, List<String>> axes, List<Trial> trials) {
    this.axes = axes;
    this.trials =
        trials.stream()
            .filter(trial -> Double.isFinite(accuracy(trial)))
            .sorted(Comparator.comparingDouble(ParallelCoordinates::accuracy))
            .toList();
    worst = this.trials.isEmpty() ? 0 : accuracy(this.trials.getFirst());
    best = this.trials.isEmpty() ? 1 : accuracy(this.trials.getLast());
  }

  private static double accuracy(Trial trial) {
    return trial.figure(Metric.TEST_ACCURACY).mean();
  }

  Drawing drawing() {
    List<String> titles = new ArrayList<>(axes.keySet().stream().map(Trial::shortened).toList());
    titles.add("test accuracy");
    LineChart chart = new LineChart("", "").labelled(titles, -BELOW, 1).withoutScale();
    IntStream.range(0, titles.size()).forEach(chart::addAxis);
    for (int i = 0; i < trials.size(); i++) {
      chart.addLine("trial " + i, heights(trials.get(i)), i == trials.size() - 1);
    }
    int place = 0;
    for (List<String> values : axes.values()) {
      for (int i = 0; i < values.size(); i++) {
        double height = (double) i / (values.size() - 1);
        chart.note(values.get(i), place, i == 0 ? -BELOW : height + ABOVE);
      }
      place++;
    }
    chart.note(String.format(Locale.ROOT, "%.2f %%", worst), place, -BELOW);
    chart.note(String.format(Locale.ROOT, "%.2f %%", best), place, 1 + ABOVE);
    return chart.drawing();
  }

  private double[] heights(Trial trial) {
    double[] heights = new double[axes.size() + 1];
    int place = 0;
    for (Map.Entry<String, List<String>> axis : axes.entrySet()) {
      int index = axis.getValue().indexOf(trial.axes().get(axis.getKey()));
      heights[place++] = index < 0 ? Double.NaN : (double) index / (axis.getValue().size() - 1);
    }
    heights[place] = best > worst ? (accuracy(trial) - worst) / (best - worst) : 0.5;
    return heights;
  }
}
