package org.lenetlab.app.command;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.api.network.Network;
import org.lenetlab.app.check.Checked;
import org.lenetlab.app.check.ExperimentCheck;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.FileArguments;
import org.lenetlab.app.config.Report;
import org.lenetlab.app.machine.DataOptions;

/** {@code lenet check}. */
public final class CheckCommand implements Command {
  private final ExperimentCheck check;

  @Inject
  CheckCommand(ExperimentCheck check) {
    this.check = check;
  }

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String summary() {
    return "Finds what is wrong with experiment files, without training, and shows their shapes";
  }

  @Override
  public String arguments() {
    return "FILE…";
  }

  @Override
  public String example() {
    return "lenet check experiments/*.yaml";
  }

  @Override
  public Options options() {
    return DataOptions.addTo(FileArguments.addTo(new Options()));
  }

  @Override
  public ExitCode run(CommandLine line, Console console) {
    List<Path> files = FileArguments.files(line);
    long wrong = files.stream().filter(file -> !isFine(file, line, console)).count();
    if (files.size() > 1) {
      console.println(
          wrong == 0
              ? "all %d files are fine".formatted(files.size())
              : "%d of %d files are wrong".formatted(wrong, files.size()));
    }
    return wrong == 0 ? ExitCode.SUCCESS : ExitCode.USER_MISTAKE;
  }

  private boolean isFine(Path file, CommandLine line, Console console) {
    Checked checked =
        check.check(
            file, FileArguments.overrides(line), DataOptions.access(line, file, progress -> {}));
    if (!checked.diagnostics().isEmpty()) {
      console.err().println(Report.of(checked.diagnostics(), console::styled));
    }
    if (checked.isWrong()) {
      return false;
    }
    console.println(file + ": " + console.styled(Console.Style.GREEN, "fine"));
    checked.network().ifPresent(network -> shapes(network, console));
    Experiment experiment = checked.complete().experiment();
    checked.data().ifPresent(data -> console.println("  " + Workload.of(experiment, data)));
    return true;
  }

  private static void shapes(Network network, Console console) {
    console.println("  " + network);
    console.println(
        "  %,d parameters, %,d connections, %,d FLOPs per image"
            .formatted(network.parameterCount(), network.connectionCount(), network.flops()));
  }
}
