package org.lenetlab.app.run;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.lenetlab.app.check.Checked;
import org.lenetlab.app.check.ExperimentCheck;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.FileArguments;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.cli.Version;
import org.lenetlab.app.config.ExperimentFile;
import org.lenetlab.app.config.Report;
import org.lenetlab.app.config.model.Catalog;
import org.lenetlab.app.machine.BackendResolver;
import org.lenetlab.app.machine.Commit;
import org.lenetlab.app.machine.DataOptions;
import org.lenetlab.app.machine.DownloadProgress;
import org.lenetlab.results.store.Environment;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.RunRecord;

/** {@code lenet run}. */
public final class RunCommand implements Command {
  /** The folder of the launcher, which it passes on. */
  private static final String HOME = "lenet.home";

  private static final String SEED = "seed";
  private static final String THREADS = "threads";
  private static final String RESULTS = "results";
  private static final String AGAIN = "again";
  private static final String GRADIENTS = "gradients";

  private final ExperimentCheck check;
  private final StudyLoader loader;
  private final StudyReport report;

  @Inject
  RunCommand(ExperimentCheck check, BackendResolver backends, Catalog catalog) {
    this.check = check;
    this.loader = new StudyLoader(backends);
    this.report = new StudyReport(catalog);
  }

  @Override
  public String name() {
    return "run";
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
    Options options = DataOptions.addTo(FileArguments.addTo(new Options()));
    options.addOption(option(SEED, "N", "the seed of the first run; short for --set seed=N"));
    options.addOption(option(THREADS, "N", "how many threads to use; default: all cores"));
    options.addOption(option(RESULTS, "DIR", "where results are kept; default: results"));
    options.addOption(null, AGAIN, false, "trains finished runs again and compares the bits");
    return options.addOption(null, GRADIENTS, false, "also keeps the gradients of the first step");
  }

  private static Option option(String name, String argument, String description) {
    return Option.builder().longOpt(name).hasArg().argName(argument).desc(description).get();
  }

  @Override
  public ExitCode run(CommandLine line, Console console) {
    int threads = threads(line);
    List<ExperimentFile> files = read(line, console);
    ResultsStore store = new ResultsStore(Path.of(line.getOptionValue(RESULTS, "results")));
    store.requireWritable();
    CompletableFuture<String> commit =
        CompletableFuture.supplyAsync(() -> Commit.of(Path.of(System.getProperty(HOME, ""))));
    List<RunRecord> runs = new ArrayList<>();
    boolean same = true;
    try (Interruption _ = new Interruption()) {
      for (ExperimentFile file : files) {
        Study study = load(file, line, threads, console);
        report.begin(study, console);
        Environment environment = Environment.current(Version.number(), commit.join(), threads);
        StudyRunner runner = new StudyRunner(study, store, environment, console);
        StudyRunner.Runs result = runner.run(line.hasOption(AGAIN));
        if (line.hasOption(GRADIENTS)) {
          runner.writeGradients();
        }
        report.end(study, result.records(), store, console);
        runs.addAll(result.records());
        same &= result.same();
      }
    } catch (InterruptedException e) {
      console
          .err()
          .println(
              "interrupted: all finished epochs are kept; the same command goes on from there");
      return ExitCode.INTERRUPTED;
    }
    if (files.size() > 1) {
      report.compare(runs, console);
    }
    boolean failed = runs.stream().anyMatch(run -> run.failure() != null);
    return failed ? ExitCode.USER_MISTAKE : same ? ExitCode.SUCCESS : ExitCode.BUG;
  }

  private static int threads(CommandLine line) {
    String word = line.getOptionValue(THREADS);
    if (word == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    if (!word.matches("0*[1-9][0-9]{0,3}")) {
      throw new UserException("--threads: expected a number of threads, not '" + word + "'");
    }
    return Integer.parseInt(word);
  }

  private List<ExperimentFile> read(CommandLine line, Console console) {
    List<String> overrides = new ArrayList<>(FileArguments.overrides(line));
    if (line.hasOption(SEED)) {
      overrides.add("seed=" + line.getOptionValue(SEED));
    }
    List<Checked> checked =
        check.require(
            FileArguments.files(line),
            overrides,
            file -> DataOptions.access(line, file, progress -> {}));
    for (Checked file : checked) {
      if (!file.warnings().isEmpty()) {
        console.err().println(Report.of(file.warnings(), console::styled));
      }
    }
    return checked.stream().map(Checked::complete).toList();
  }

  private Study load(ExperimentFile file, CommandLine line, int threads, Console console) {
    try (DownloadProgress progress = new DownloadProgress(console)) {
      return loader.load(file, DataOptions.access(line, file.path(), progress), threads);
    }
  }
}
