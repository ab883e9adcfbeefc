package org.lenetlab.results.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lenetlab.results.store.Environment;
import org.lenetlab.results.store.RunRecord;

/** What a reader of a table must know that is not in its cells. */
final class RunNotes {
  private RunNotes() {}

  static List<String> of(List<RunRecord> runs, Collection<List<RunRecord>> groups) {
    List<String> notes = new ArrayList<>();
    long unfinished = runs.stream().filter(r -> !r.isFinished() && r.failure() == null).count();
    if (unfinished > 0) {
      notes.add(
          (unfinished == 1 ? "1 run is" : unfinished + " runs are")
              + " not finished and not shown; run the experiment again to go on");
    }
    runs.stream()
        .filter(run -> run.failure() != null)
        .map(run -> run.experiment() + ", seed " + run.identity().seed() + ": " + run.failure())
        .forEach(notes::add);
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

  private static boolean different(List<RunRecord> group, Function<Environment, String> aspect) {
    Stream<String> aspects = group.stream().map(RunRecord::environment).map(aspect);
    return aspects.distinct().count() > 1;
  }
}
