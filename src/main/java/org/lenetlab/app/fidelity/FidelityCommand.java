package org.lenetlab.app.fidelity;

import com.google.inject.Inject;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.lenetlab.app.check.ExperimentCheck;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.FileArguments;
import org.lenetlab.app.cli.FormatOption;
import org.lenetlab.app.config.Spelling;
import org.lenetlab.app.machine.DataOptions;
import org.lenetlab.results.table.TableFormat;

/** {@code lenet fidelity}. */
public final class FidelityCommand implements Command {
  private final ExperimentCheck check;
  private final Spelling spelling;

  @Inject
  FidelityCommand(ExperimentCheck check, Spelling spelling) {
    this.check = check;
    this.spelling = spelling;
  }

  @Override
  public String name() {
    return "fidelity";
  }

  @Override
  public String summary() {
    return "Tells which LeNet an experiment is, and what it does otherwise than the one of 1998";
  }

  @Override
  public String arguments() {
    return "FILE…";
  }

  @Override
  public String example() {
    return "lenet fidelity experiments/lenet5-modern-mnist.yaml";
  }

  @Override
  public Options options() {
    return FormatOption.addTo(DataOptions.addTo(FileArguments.addTo(new Options())));
  }

  @Override
  public ExitCode run(CommandLine line, Console console) {
    TableFormat format = FormatOption.of(line);
    List<Subject> subjects =
        check
            .require(
                FileArguments.files(line),
                FileArguments.overrides(line),
                file -> DataOptions.access(line, file, progress -> {}))
            .stream()
            .map(Subject::of)
            .toList();
    FidelityReport report = new FidelityReport(KnownLenets.read(check, line), spelling);
    List<String> texts = subjects.stream().map(subject -> report.of(subject, format)).toList();
    console.out().print(String.join("\n", texts));
    return ExitCode.SUCCESS;
  }
}
