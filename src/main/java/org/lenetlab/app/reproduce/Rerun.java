package org.lenetlab.app.reproduce;

import java.util.ArrayList;
import java.util.List;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.app.cli.ShellLine;
import org.lenetlab.app.config.ExperimentFile;
import org.lenetlab.results.claim.Reproduction.Commands;

/** The command lines that give an experiment's figures again. */
final class Rerun {
  private Rerun() {}

  /**
   * The commands, for a shell.
   *
   * @param overrides that the file was read with
   */
  static Commands of(ExperimentFile file, List<String> overrides) {
    Experiment experiment = file.experiment();
    List<String> train = new ArrayList<>(List.of("lenet", "run", file.path().toString()));
    train.addAll(sets(overrides));
    train.addAll(List.of("--seed", Long.toString(experiment.seed())));
    train.addAll(List.of("--set", "repeats=" + experiment.repeats(), "--again"));
    List<String> plan = new ArrayList<>(List.of("lenet", "describe", file.path().toString()));
    plan.addAll(sets(overrides));
    return new Commands(ShellLine.of(train), ShellLine.of(plan));
  }

  private static List<String> sets(List<String> overrides) {
    return overrides.stream().flatMap(override -> List.of("--set", override).stream()).toList();
  }
}
