package org.lenetlab.app.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lenetlab.api.experiment.Expectation;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.api.fault.MachineFault;
import org.lenetlab.api.network.Network;
import org.lenetlab.app.check.Checked;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.MachineException;
import org.lenetlab.app.config.ExperimentFile;
import org.lenetlab.app.config.ExperimentFileException;
import org.lenetlab.app.run.Session;
import org.lenetlab.app.run.Study;
import org.lenetlab.app.run.StudyReport;
import org.lenetlab.results.claim.Judge;
import org.lenetlab.results.claim.Reproduction;
import org.lenetlab.results.claim.Reproduction.Commands;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.store.RunRecord.Outcome;

/** Judges the claims of one experiment. What stands in the way is told, and stops no other. */
final class Reproducer {
  private final ExperimentFile file;
  private final Checked checked;
  private final Commands commands;
  private final List<String> obstacles = new ArrayList<>();

  /**
   * For one experiment.
   *
   * @param overrides that its file was read with
   */
  Reproducer(Checked checked, List<String> overrides) {
    this.checked = checked;
    this.file = checked.complete();
    this.commands = Rerun.of(file, overrides);
  }

  /** Judges what needs no training: counts and shapes. */
  Reproduction untrained() {
    List<Expectation> claims =
        file.experiment().expect().stream().filter(claim -> claim.metric() == null).toList();
    return judge(claims, List.of());
  }

  /**
   * Judges everything, after training what is missing.
   *
   * @param report tells {@code progress} what is trained
   * @throws InterruptedException if the thread was interrupted; finished epochs are kept
   */
  Reproduction trained(Session session, StudyReport report, Console progress)
      throws InterruptedException {
    List<Expectation> claims = file.experiment().expect();
    boolean needed = claims.stream().anyMatch(claim -> claim.metric() != null);
    return judge(claims, needed ? train(session, report, progress) : List.of());
  }

  private List<Outcome> train(Session session, StudyReport report, Console progress)
      throws InterruptedException {
    try {
      Study study = session.load(file);
      report.begin(study, progress);
      List<RunRecord> runs = session.runner(study).run().records();
      for (RunRecord run : runs) {
        if (run.failure() != null) {
          obstacles.add("Seed " + run.identity().seed() + " failed: " + run.failure());
        }
      }
      return runs.stream().map(RunRecord::outcome).filter(Objects::nonNull).toList();
    } catch (MachineFault | ExperimentFileException e) {
      obstacles.add("Not trained: " + e.getMessage());
      return List.of();
    }
  }

  private Reproduction judge(List<Expectation> claims, List<Outcome> runs) {
    Experiment experiment = file.experiment();
    return new Reproduction(
        experiment.name(),
        experiment.about(),
        Judge.judge(claims, runs, network()),
        obstacles,
        commands);
  }

  private Optional<Network> network() {
    try {
      return Optional.of(checked.requireNetwork());
    } catch (MachineException e) {
      obstacles.add("Not planned: " + e.getMessage());
      return Optional.empty();
    }
  }
}
