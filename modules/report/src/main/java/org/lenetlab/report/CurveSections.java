package org.lenetlab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.api.experiment.Metric;
import org.lenetlab.api.experiment.RateRange;

/** What happened from epoch to epoch. */
final class CurveSections {
  /** More curves than this nobody tells apart. */
  private static final int MOST_CURVES = 6;

  private static final String EPOCH = "epoch";

  private CurveSections() {}

  /** Loss and accuracy: of all parts of the data for one trial, of the test images for several. */
  static Section learning(List<Trial> trials) {
    Section section = new Section("curves", "Learning curves");
    boolean alone = trials.size() == 1;
    if (trials.size() > MOST_CURVES) {
      section.paragraph(
          "The best %d of %d trials; the table has all of them."
              .formatted(MOST_CURVES, trials.size()));
    }
    List<Trial> shown =
        trials.stream()
            .sorted(Comparator.comparingDouble(Trial::quality).reversed())
            .limit(MOST_CURVES)
            .toList();
    return section.figures(
        List.of(
            figure(
                "loss",
                "Loss",
                alone
                    ? parts(
                        trials.getFirst(),
                        Metric.TRAINING_LOSS,
                        Metric.VALIDATION_LOSS,
                        Metric.TEST_LOSS)
                    : each(shown, Metric.TEST_LOSS),
                trials),
            figure(
                "accuracy",
                "Accuracy in percent",
                alone
                    ? parts(
                        trials.getFirst(),
                        Metric.TRAINING_ACCURACY,
                        Metric.VALIDATION_ACCURACY,
                        Metric.TEST_ACCURACY)
                    : each(shown, Metric.TEST_ACCURACY),
                trials)));
  }

  private static List<Curve> parts(Trial trial, Metric... metrics) {
    return Arrays.stream(metrics)
        .map(metric -> Curve.overEpochs(part(metric), trial.epochs(), metric::of))
        .filter(curve -> !curve.isEmpty())
        .toList();
  }

  private static String part(Metric metric) {
    String name = metric.toString();
    return name.substring(0, name.indexOf('-'));
  }

  private static List<Curve> each(List<Trial> trials, Metric metric) {
    return trials.stream()
        .map(trial -> Curve.overEpochs(trial.shortName(), trial.epochs(), metric::of))
        .filter(curve -> !curve.isEmpty())
        .toList();
  }

  private static Figure figure(String name, String title, List<Curve> curves, List<Trial> trials) {
    int epochs = trials.stream().mapToInt(t -> t.epochs().getFirst().size()).max().orElse(1);
    int seeds = trials.stream().mapToInt(trial -> trial.runs().size()).max().orElse(1);
    LineChart chart = new LineChart(EPOCH, title).counting(1, epochs);
    curves.forEach(chart::add);
    Set<String> axes = trials.getFirst().axes().keySet();
    String of =
        trials.size() == 1
            ? ""
            : " on the test images"
                + (axes.size() < 2
                    ? ""
                    : ", by "
                        + axes.stream().map(Trial::shortened).collect(Collectors.joining(", ")));
    String over = " over " + epochs + (epochs == 1 ? " epoch" : " epochs");
    return new Figure(
        name,
        title + of + over + "." + (seeds > 1 ? bands(seeds) : ""),
        title + of + over + "; at the end " + ends(curves) + ".",
        chart.drawing());
  }

  private static String bands(int seeds) {
    return " Lines are means over %d seeds, bands go from the smallest to the largest."
        .formatted(seeds);
  }

  private static String ends(List<Curve> curves) {
    return String.join(
        ", ",
        curves.stream()
            .map(curve -> String.format(Locale.ROOT, "%s %.4g", curve.name(), curve.last()))
            .toList());
  }

  /** The rates of single parameters; empty where all have that of the epoch. */
  static Optional<Section> rates(Trial trial) {
    List<Curve> curves = new ArrayList<>();
    curves.add(rate("largest", trial, RateRange::largest));
    curves.add(rate("median", trial, RateRange::median));
    curves.add(rate("smallest", trial, RateRange::smallest));
    curves.removeIf(Curve::isEmpty);
    if (curves.isEmpty()) {
      return Optional.empty();
    }
    LineChart chart = new LineChart(EPOCH, "effective learning rate");
    chart.counting(1, trial.epochs().getFirst().size());
    if (curves.stream().allMatch(curve -> Arrays.stream(curve.low()).allMatch(low -> low > 0))) {
      chart.logarithmic();
    }
    curves.forEach(chart::add);
    return Optional.of(
        new Section("rates", "Effective learning rates")
            .paragraph(
                "The optimizer gives every parameter a rate of its own, from the curvature that it"
                    + " measures before each pass.")
            .figure(
                new Figure(
                    "rates",
                    "Learning rates of the parameters in each pass: the largest, the median, the"
                        + " smallest.",
                    "Effective learning rates over the passes; in the last one "
                        + ends(curves)
                        + ".",
                    chart.drawing())));
  }

  private static Curve rate(String name, Trial trial, ToDoubleFunction<RateRange> figure) {
    return Curve.overEpochs(
        name,
        trial.epochs(),
        epoch -> epoch.rates() == null ? Double.NaN : figure.applyAsDouble(epoch.rates()));
  }

  /** Wall time of each epoch. */
  static Section times(Trial trial) {
    List<Curve> curves =
        List.of(
            time("training", trial, EpochMetrics::trainingMillis),
            time("evaluation", trial, EpochMetrics::evaluationMillis));
    LineChart chart = new LineChart(EPOCH, "seconds").fromZero();
    chart.counting(1, trial.epochs().getFirst().size());
    curves.forEach(chart::add);
    return new Section("times", "Time per epoch")
        .figure(
            new Figure(
                "times",
                "Wall time of each epoch in seconds, on the machine below.",
                "Seconds for each epoch; in the last one " + ends(curves) + ".",
                chart.drawing()));
  }

  private static Curve time(String name, Trial trial, ToDoubleFunction<EpochMetrics> millis) {
    return Curve.overEpochs(name, trial.epochs(), epoch -> millis.applyAsDouble(epoch) / 1000);
  }
}
