package org.lenetlab.app.check;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.experiment.DatasetBlock;
import org.lenetlab.api.experiment.Strategy;
import org.lenetlab.api.network.Network;
import org.lenetlab.app.config.Diagnostic;
import org.lenetlab.app.config.Draft;
import org.lenetlab.app.config.ExperimentFileException;
import org.lenetlab.app.config.ExperimentReader;
import org.lenetlab.app.config.Report;
import org.lenetlab.app.config.Trials;
import org.lenetlab.app.config.model.Catalog;
import org.lenetlab.app.machine.BackendResolver;

/** Reads an experiment file and checks all that can be checked without training. */
public final class ExperimentCheck {
  private final ExperimentReader reader;
  private final List<Rule> rules;

  /** A check with the kinds of {@code catalog}. */
  @Inject
  public ExperimentCheck(ExperimentReader reader, Catalog catalog, BackendResolver backends) {
    this.reader = reader;
    this.rules =
        List.of(
            new SplitRule(),
            new AugmentationRule(),
            new LossRule(),
            new ScheduleRule(),
            new DeviceRule(catalog, backends),
            new ExpectationRule());
  }

  /**
   * Checks a file: what its reader finds and what the rules find, in one go. Looks at the headers
   * of the data at most; where they are missing, what depends on them is left out with a note.
   *
   * @param overrides as {@link ExperimentReader#read}
   */
  public Checked check(Path file, List<String> overrides, DataAccess access) {
    return check(reader.draft(file, overrides), new DataHeaders(access), rules);
  }

  /**
   * Checks a file with all trials of its sweep, as {@link #check} does with one experiment, and
   * whether they can be trained.
   */
  public CheckedFile checkTrials(Path file, List<String> overrides, DataAccess access) {
    Trials trials = reader.trials(file, overrides);
    DataHeaders headers = new DataHeaders(access);
    List<Rule> all = new ArrayList<>(rules);
    all.add(new WeightsRule(access.base()));
    if (trials.sweep().filter(s -> s.strategy() instanceof Strategy.Halving).isPresent()) {
      all.add(ExperimentCheck::requireValidation);
    }
    List<Checked> checked =
        trials.trials().stream().map(draft -> check(draft, headers, all)).toList();
    List<Diagnostic> found = new ArrayList<>(TrialFindings.of(trials, checked));
    Optional<Trials.Sweep> sweep = trials.sweep();
    if (sweep.isEmpty() || found.stream().anyMatch(Diagnostic::isError)) {
      return new CheckedFile(trials, checked, found);
    }
    SameTrials same = new SameTrials(checked);
    found.addAll(same.warnings(sweep.get()));
    return new CheckedFile(trials, same.distinct(), Report.sorted(found));
  }

  private static Checked check(Draft draft, DataHeaders headers, List<Rule> rules) {
    Findings findings = new Findings(draft);
    Optional<DatasetInfo> data =
        draft.part("dataset", DatasetBlock.class).flatMap(block -> headers.info(block, findings));
    Optional<Network> network = data.flatMap(info -> NetworkPlan.of(draft, info, findings));
    Subject subject = new Subject(draft, data, network);
    rules.forEach(rule -> rule.check(subject, findings));
    return new Checked(draft, findings.all(), data, network);
  }

  private static void requireValidation(Subject subject, Findings findings) {
    subject
        .dataset()
        .filter(dataset -> dataset.validation() == 0)
        .ifPresent(
            _ ->
                findings.error(
                    "dataset/validation",
                    "halving chooses by validation examples, never by test images; set"
                        + " dataset.validation",
                    ""));
  }

  /**
   * Checks several files with all their trials, the problems of all of them in one go.
   *
   * @param access gives the data of a file
   * @throws ExperimentFileException if any file is wrong
   */
  public List<CheckedFile> requireTrials(
      List<Path> files, List<String> overrides, Function<Path, DataAccess> access) {
    return CheckResult.sound(
        files.stream().map(file -> checkTrials(file, overrides, access.apply(file))).toList());
  }

  /**
   * Checks several files as {@link #check} does, the problems of all of them in one go.
   *
   * @param access gives the data of a file
   * @throws ExperimentFileException if any file is wrong
   */
  public List<Checked> require(
      List<Path> files, List<String> overrides, Function<Path, DataAccess> access) {
    return CheckResult.sound(
        files.stream().map(file -> check(file, overrides, access.apply(file))).toList());
  }
}
