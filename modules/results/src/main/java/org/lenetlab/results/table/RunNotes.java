package org.lenetlab.results.table;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lenetlab.results.group.Axis;
import org.lenetlab.results.group.Group;
import org.lenetlab.results.group.Run;
import org.lenetlab.results.store.Environment;
import org.lenetlab.results.store.RunRecord;

/** What a reader of a table must know that is not in its cells. */
final class RunNotes {
  private RunNotes() {}

  /** Which of {@code runs} have no figures, and why. */
  static List<String> ofRuns(List<Run> runs) {
    List<RunRecord> records = runs.stream().map(Run::record).toList();
    List<String> notes = new ArrayList<>();
    long unfinished = records.stream().filter(r -> !r.isFinished() && r.failure() == null).count();
    if (unfinished > 0) {
      notes.add(
          (unfinished == 1 ? "1 run is" : unfinished + " runs are")
              + " not finished and not shown: interrupted, or left behind by halving");
    }
    records.stream()
        .filter(run -> run.failure() != null)
        .map(run -> run.experiment() + ", seed " + run.identity().seed() + ": " + run.failure())
        .forEach(notes::add);
    return notes;
  }

  /** What readers of a column may take for something else. */
  static List<String> ofColumns(List<RunColumn> columns) {
    return columns.stream().anyMatch(column -> column.column().key().endsWith(RunColumn.INTERVAL))
        ? List.of(
            "95 % interval: what the number of test images leaves open of the error; ± is over"
                + " seeds.")
        : List.of();
  }

  /** What else than the seed differs among runs that are averaged. */
  static List<String> ofGroups(List<Group> groups, List<Axis> axes) {
    List<String> notes = new ArrayList<>();
    NavigableSet<String> mixed = new TreeSet<>();
    groups.forEach(group -> mixed.addAll(Run.varying(group.runs())));
    mixed.removeIf(path -> axes.stream().anyMatch(axis -> axis.path().equals(path)));
    if (!mixed.isEmpty()) {
      notes.add("Figures are over runs that also differ in " + String.join(", ", mixed) + ".");
    }
    if (groups.stream().anyMatch(group -> different(group, Environment::machine))) {
      notes.add("Times and rates are averages over runs on different machines.");
    }
    if (groups.stream().anyMatch(group -> different(group, RunNotes::program))) {
      notes.add("Some averages are over runs of different versions of the program.");
    }
    return notes;
  }

  private static String program(Environment environment) {
    return environment.lenet() + " " + environment.commit();
  }

  private static boolean different(Group group, Function<Environment, String> aspect) {
    Stream<String> aspects =
        group.runs().stream().map(run -> run.record().environment()).map(aspect);
    return aspects.distinct().count() > 1;
  }
}
