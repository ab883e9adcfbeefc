package org.lenetlab.app.run;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.lenetlab.app.check.CheckedFile;
import org.lenetlab.app.check.ExperimentCheck;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.FileArguments;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.cli.ValueOption;
import org.lenetlab.app.config.model.Catalog;
import org.lenetlab.app.machine.BackendResolver;
import org.lenetlab.app.machine.DataOptions;
import org.lenetlab.results.store.RunRecord;

/** {@code lenet run}. */
public final class RunCommand implements Command {
  private static final String NAME = "run";
  private static final String SEED = "seed";
  private static final String AGAIN = "again";
  private static final String RETRY_FAILED = "retry-failed";
  private static final String LINES = "lines";
  private static final String GRADIENTS = "gradients";

  private final ExperimentCheck check;
  private final BackendResolver backends;
  private final StudyReport report;

  @Inject
  RunCommand(ExperimentCheck check, BackendResolver backends, Catalog catalog) {
    this.check = check;
    this.backends = backends;
    this.report = new StudyReport(catalog);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Whether this command is what {@code arguments} seem to ask for. */
  public static boolean isMeant(List<String> arguments) {
    return !arguments.isEmpty() && arguments.getFirst().equals(NAME);
  }

  @Override
  public String summary() {
    return "Trains what experiment files describe and prints the table of results";
  }

  @Override
  public String arguments() {
    return "FILE…";
  }

  @Override
  public String example() {
    return "lenet run experiments/quickstart.yaml --set optimizer.learning-rate=0.05";
  }

  @Override
  public Options options() {
    Options options = Session.addTo(FileArguments.addTo(new Options()));
    options.addOption(
        ValueOption.of(SEED, "N", "the seed of the first run; short for --set seed=N"));
    options.addOption(null, AGAIN, false, "trains finished runs again and compares the bits");
    options.addOption(null, RETRY_FAILED, false, "trains failed runs again");
    options.addOption(null, LINES, false, "tells of every run of a sweep when it is over");
    return options.addOption(null, GRADIENTS, false, "also keeps the gradients of the first step");
  }

  @Override
  public ExitCode run(CommandLine line, Console console) {
    if (line.hasOption(AGAIN) && !(ExecutorOption.of(line) instanceof ExecutorOption.Local)) {
      throw new UserException("--again trains on this machine: leave --executor out");
    }
    List<CheckedFile> files = read(line, console);
    try (Session session = new Session(line, console, backends)) {
      return run(files, session, line, console);
    }
  }

  private ExitCode run(
      List<CheckedFile> files, Session session, CommandLine line, Console console) {
    List<RunRecord> runs = new ArrayList<>();
    boolean same = true;
    try {
      for (CheckedFile file : files) {
        List<Study> trials = session.load(file.complete());
        report.begin(trials, console);
        StudyRunner runner = session.runner(trials, file.strategy().orElse(null), options(line));
        StudyRunner.Runs result = runner.run();
        if (line.hasOption(GRADIENTS)) {
          runner.writeGradients();
        }
        report.end(trials, file.baseline(), result.records(), session.store(), console);
        runs.addAll(result.records());
        same &= result.same();
      }
    } catch (InterruptedException e) {
      return session.interrupted();
    }
    if (files.size() > 1) {
      report.compare(runs, console);
    }
    if (!same || runs.stream().anyMatch(RunRecord::isBug)) {
      return ExitCode.BUG;
    }
    boolean failed = runs.stream().anyMatch(run -> run.failure() != null);
    return failed ? ExitCode.USER_MISTAKE : ExitCode.SUCCESS;
  }

  private static StudyRunner.Options options(CommandLine line) {
    return new StudyRunner.Options(
        line.hasOption(AGAIN), line.hasOption(RETRY_FAILED), line.hasOption(LINES));
  }

  private List<CheckedFile> read(CommandLine line, Console console) {
    List<String> overrides = new ArrayList<>(FileArguments.overrides(line));
    if (line.hasOption(SEED)) {
      overrides.add("seed=" + line.getOptionValue(SEED));
    }
    List<CheckedFile> checked =
        check.requireTrials(
            FileArguments.files(line),
            overrides,
            file -> DataOptions.access(line, file, progress -> {}));
    checked.forEach(file -> file.printWarnings(console));
    return checked;
  }
}
