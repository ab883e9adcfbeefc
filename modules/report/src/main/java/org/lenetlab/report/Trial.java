package org.lenetlab.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.api.experiment.Metric;
import org.lenetlab.results.group.Axis;
import org.lenetlab.results.group.Group;
import org.lenetlab.results.group.Run;
import org.lenetlab.results.group.Sample;
import org.lenetlab.results.store.ResultsStore.StoredRun;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.text.Shortening;

/**
 * The finished runs that differ in nothing but their seed.
 *
 * @param axes what tells it from the other trials, by path: above all what a sweep chose
 * @param runs at least one
 */
record Trial(Map<String, String> axes, List<StoredRun> runs) {

  /** The trials of {@code runs}, in the order of their first ones. */
  static List<Trial> of(List<StoredRun> runs) {
    Map<RunRecord, StoredRun> stored = new LinkedHashMap<>();
    runs.stream()
        .filter(run -> run.record().isFinished())
        .forEach(run -> stored.put(run.record(), run));
    List<Run> finished = Run.of(List.copyOf(stored.keySet()));
    List<Axis> axes = Run.tried(finished).stream().map(path -> new Axis(path, finished)).toList();
    return shortened(Group.repeats(finished, axes), axes.size()).stream()
        .map(group -> of(group, axes, stored))
        .toList();
  }

  /** With labels that fit on charts. */
  private static List<Group> shortened(List<Group> groups, int axes) {
    List<List<String>> labels =
        IntStream.range(0, axes)
            .mapToObj(axis -> groups.stream().map(group -> group.labels().get(axis)).toList())
            .map(Shortening::of)
            .toList();
    return IntStream.range(0, groups.size())
        .mapToObj(i -> new Group(labels.stream().map(l -> l.get(i)).toList(), groups.get(i).runs()))
        .toList();
  }

  private static Trial of(Group group, List<Axis> axes, Map<RunRecord, StoredRun> stored) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < axes.size(); i++) {
      if (!group.labels().get(i).isEmpty()) {
        values.put(axes.get(i).path(), group.labels().get(i));
      }
    }
    List<StoredRun> runs =
        group.runs().stream().map(run -> Objects.requireNonNull(stored.get(run.record()))).toList();
    return new Trial(values, runs);
  }

  /** What tells it from other trials; the id of its run where nothing does. */
  String name() {
    return axes.isEmpty()
        ? runs.getFirst().record().id()
        : axes.entrySet().stream()
            .map(axis -> shortened(axis.getKey()) + " " + axis.getValue())
            .collect(Collectors.joining(", "));
  }

  /** Its name without those of the axes, where there are several. */
  String shortName() {
    return axes.size() < 2 ? name() : String.join(", ", axes.values());
  }

  /** The last part of a path: {@code learning-rate} of {@code optimizer.learning-rate}. */
  static String shortened(String path) {
    String kind = path.endsWith(".name") ? path.substring(0, path.length() - 5) : path;
    return kind.substring(kind.lastIndexOf('.') + 1);
  }

  /** The epochs of each run. */
  List<List<EpochMetrics>> epochs() {
    return runs.stream()
        .map(run -> Objects.requireNonNull(run.record().outcome()).epochs())
        .toList();
  }

  /** A figure of the chosen epochs; NaN where it was not measured. */
  Sample figure(Metric metric) {
    return new Sample(
        runs.stream()
            .map(run -> metric.of(Objects.requireNonNull(run.record().outcome()).chosen()))
            .toList());
  }

  /**
   * By what trials are compared: the accuracy on the validation images, else on the test images.
   */
  double quality() {
    double validation = figure(Metric.VALIDATION_ACCURACY).mean();
    return Double.isNaN(validation) ? figure(Metric.TEST_ACCURACY).mean() : validation;
  }
}
