package org.lenetlab.app.command;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lenetlab.api.experiment.Strategy;
import org.lenetlab.app.check.Checked;
import org.lenetlab.app.check.CheckedFile;
import org.lenetlab.app.cli.Console;

/** Says what a sweep consists of. */
final class SweepSummary {
  private SweepSummary() {}

  static void print(CheckedFile file, Console console) {
    List<Checked> trials = file.trials();
    int repeats = trials.getFirst().complete().experiment().repeats();
    console.println(
        String.format(
            Locale.ROOT,
            "  %,d trials, %,d runs: %s",
            trials.size(),
            trials.size() * repeats,
            axes(file)));
    if (file.strategy().orElse(null) instanceof Strategy.Halving halving) {
      console.println("  halving: " + rounds(halving.rounds(trials.size(), epochs(trials))));
    }
    print("network", trials, trial -> trial.network().map(Object::toString).orElse(""), console);
    print(
        "workload",
        trials,
        trial ->
            trial
                .data()
                .map(data -> Workload.of(trial.complete().experiment(), data) + " each")
                .orElse(""),
        console);
  }

  private static int epochs(List<Checked> trials) {
    return trials.stream()
        .mapToInt(trial -> trial.complete().experiment().training().epochs())
        .max()
        .orElseThrow();
  }

  private static String rounds(List<Strategy.Halving.Round> rounds) {
    return rounds.stream()
        .map(round -> round.trials() + " to epoch " + round.epoch())
        .collect(Collectors.joining(", "));
  }

  private static String axes(CheckedFile file) {
    return file.file().sweep().orElseThrow().axes().keySet().stream()
        .map(axis -> axis + " (" + distinct(file.trials(), t -> t.draft().axes().get(axis)) + ")")
        .collect(Collectors.joining(" × "));
  }

  private static long distinct(List<Checked> trials, Function<Checked, String> aspect) {
    return trials.stream().map(aspect).distinct().count();
  }

  private static void print(
      String title, List<Checked> trials, Function<Checked, String> aspect, Console console) {
    long different = distinct(trials, aspect);
    String first = aspect.apply(trials.getFirst());
    console.println(
        different == 1
            ? "  " + first
            : "  %d different %ss, the first: %s".formatted(different, title, first));
  }
}
