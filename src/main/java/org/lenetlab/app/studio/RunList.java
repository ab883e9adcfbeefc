package org.lenetlab.app.studio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.api.experiment.Metric;
import org.lenetlab.results.group.Axis;
import org.lenetlab.results.group.Run;
import org.lenetlab.results.store.RunRecord;

/**
 * The runs as the page lists them.
 *
 * @param folder of the results
 * @param problems one line for each file that cannot be used
 * @param experiments by name
 */
record RunList(String folder, List<String> problems, List<Experiment> experiments) {

  /** The runs of one name. */
  record Experiment(String name, List<Entry> runs) {}

  /**
   * A run.
   *
   * @param key by which the page names it
   * @param label what tells it from the others of its experiment
   * @param started ISO 8601
   * @param state in lower case
   * @param epoch how many are behind it
   * @param epochs how many there are to be at most
   * @param accuracy on the test images in percent; null where that is not known
   * @param failure why it broke off by itself; null if it did not
   */
  record Entry(
      String key,
      String label,
      String started,
      String state,
      int epoch,
      int epochs,
      @Nullable Double accuracy,
      @Nullable String failure) {}

  static RunList of(LiveResults results) {
    LiveResults.Snapshot now = results.now();
    Map<String, List<LiveRun>> experiments =
        now.runs().stream()
            .collect(
                Collectors.groupingBy(
                    run -> run.record().experiment(), LinkedHashMap::new, Collectors.toList()));
    List<Experiment> listed = new ArrayList<>();
    experiments.forEach((name, runs) -> listed.add(new Experiment(name, entries(runs))));
    return new RunList(results.folder().toString(), now.problems(), listed);
  }

  private static List<Entry> entries(List<LiveRun> lives) {
    List<Run> runs = Run.of(lives.stream().map(LiveRun::record).toList());
    List<Axis> axes = Run.tried(runs).stream().map(path -> new Axis(path, runs)).toList();
    return lives.stream().map(live -> entry(live, new Run(live.record()), axes)).toList();
  }

  private static Entry entry(LiveRun live, Run run, Collection<Axis> axes) {
    RunRecord record = live.record();
    String label =
        Stream.concat(
                axes.stream()
                    .filter(axis -> !axis.label(run).isEmpty())
                    .map(axis -> axis.title() + " " + axis.label(run)),
                Stream.of("seed " + run.seed()))
            .collect(Collectors.joining(", "));
    return new Entry(
        live.key(),
        label,
        record.started(),
        live.state().name().toLowerCase(Locale.ROOT),
        live.epochs().size(),
        run.epochs(),
        accuracy(live),
        record.failure());
  }

  private static @Nullable Double accuracy(LiveRun live) {
    RunRecord.Outcome outcome = live.record().outcome();
    if (live.epochs().isEmpty()) {
      return null;
    }
    EpochMetrics epoch = outcome == null ? live.epochs().getLast() : outcome.chosen();
    double accuracy = Metric.TEST_ACCURACY.of(epoch);
    return Double.isNaN(accuracy) ? null : accuracy;
  }
}
