package org.lenetlab.app.bench;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.app.check.Checked;
import org.lenetlab.app.check.ExperimentCheck;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.FileArguments;
import org.lenetlab.app.cli.FormatOption;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.cli.ValueOption;
import org.lenetlab.app.machine.BackendResolver;
import org.lenetlab.app.machine.DataOptions;
import org.lenetlab.app.machine.DownloadProgress;
import org.lenetlab.app.machine.Home;
import org.lenetlab.app.machine.ThreadsOption;
import org.lenetlab.app.run.Study;
import org.lenetlab.app.run.StudyLoader;
import org.lenetlab.results.bench.Benchmark;
import org.lenetlab.results.bench.BenchmarkReport;
import org.lenetlab.results.table.TableFormat;

/** {@code lenet bench}. */
public final class BenchCommand implements Command {
  private static final String SECONDS = "seconds";
  private static final double DEFAULT_SECONDS = 2;

  private final ExperimentCheck check;
  private final BackendResolver backends;

  /** The forms of its output. */
  private enum Form {
    CONSOLE,
    MARKDOWN,
    JSON
  }

  @Inject
  BenchCommand(ExperimentCheck check, BackendResolver backends) {
    this.check = check;
    this.backends = backends;
  }

  @Override
  public String name() {
    return "bench";
  }

  @Override
  public String summary() {
    return "Measures how fast an experiment trains here, op by op, and what the processor could do";
  }

  @Override
  public String arguments() {
    return "[FILE]";
  }

  @Override
  public String example() {
    return "lenet bench experiments/quickstart.yaml --set training.batch-size=256";
  }

  @Override
  public Options options() {
    Options options = DataOptions.addTo(FileArguments.addTo(new Options()));
    FormatOption.addTo(ThreadsOption.addTo(options), Form.class);
    return options.addOption(
        ValueOption.of(
            SECONDS,
            "S",
            "how long to measure training, then forward, then the ops; default: 2 each"));
  }

  @Override
  public ExitCode run(CommandLine line, Console console) {
    Form form = FormatOption.of(line, Form.class);
    double seconds = seconds(line);
    int threads = ThreadsOption.of(line);
    Path file = file(line);
    Checked checked =
        check
            .require(
                List.of(file),
                FileArguments.overrides(line),
                path -> DataOptions.access(line, path, progress -> {}))
            .getFirst();
    checked.printWarnings(console);
    Study study;
    try (DownloadProgress progress = new DownloadProgress(console)) {
      DataAccess access = DataOptions.access(line, file, progress);
      study = new StudyLoader(backends, access, threads).load(checked.complete());
    }
    Benchmark benchmark = Bench.measure(study, seconds);
    console
        .out()
        .print(
            switch (form) {
              case CONSOLE -> BenchmarkReport.text(benchmark, TableFormat.CONSOLE);
              case MARKDOWN -> BenchmarkReport.text(benchmark, TableFormat.MARKDOWN);
              case JSON -> BenchmarkReport.json(benchmark);
            });
    return ExitCode.SUCCESS;
  }

  private static Path file(CommandLine line) {
    List<String> files = line.getArgList();
    if (files.size() > 1) {
      throw new UserException("expected one experiment file, not " + String.join(" ", files));
    }
    return files.isEmpty()
        ? Home.folder().resolve("experiments").resolve("quickstart.yaml")
        : Path.of(files.getFirst());
  }

  private static double seconds(CommandLine line) {
    String word = line.getOptionValue(SECONDS);
    if (word == null) {
      return DEFAULT_SECONDS;
    }
    if (!word.matches("[0-9]{1,4}(\\.[0-9]{1,6})?") || Double.parseDouble(word) == 0) {
      throw new UserException(
          "--seconds: expected a number of seconds such as 2 or 0.5, not '" + word + "'");
    }
    return Double.parseDouble(word);
  }
}
