package org.lenetlab.app.command;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.api.network.Network;
import org.lenetlab.app.check.Checked;
import org.lenetlab.app.check.CheckedFile;
import org.lenetlab.app.check.ExperimentCheck;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.FileArguments;
import org.lenetlab.app.cli.MachineException;
import org.lenetlab.app.config.Report;
import org.lenetlab.app.machine.BackendResolver;
import org.lenetlab.app.machine.DataOptions;

/** {@code lenet check}. */
public final class CheckCommand implements Command {
  private static final String QUICK = "quick";

  private final ExperimentCheck check;
  private final BackendResolver backends;

  @Inject
  CheckCommand(ExperimentCheck check, BackendResolver backends) {
    this.check = check;
    this.backends = backends;
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
    return DataOptions.addTo(FileArguments.addTo(new Options()))
        .addOption(null, QUICK, false, "leaves out the estimate of the time, which takes a second");
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
    CheckedFile checked =
        check.checkTrials(
            file, FileArguments.overrides(line), DataOptions.access(line, file, progress -> {}));
    if (!checked.diagnostics().isEmpty()) {
      console.err().println(Report.of(checked.diagnostics(), console::styled));
    }
    if (!checked.isWrong()) {
      console.println(file + ": " + console.styled(Console.Style.GREEN, "fine"));
      if (checked.file().sweep().isPresent()) {
        SweepSummary.print(checked, console);
      } else {
        describe(checked.trials().getFirst(), console);
      }
      if (!line.hasOption(QUICK)) {
        time(checked.trials(), console);
      }
    }
    return !checked.isWrong();
  }

  private static void describe(Checked checked, Console console) {
    Experiment experiment = checked.complete().experiment();
    checked.network().ifPresent(network -> shapes(network, console));
    checked.data().ifPresent(data -> work(experiment, data, console));
  }

  private static void shapes(Network network, Console console) {
    console.println("  " + network);
    console.println(
        String.format(
            Locale.ROOT,
            "  %,d parameters, %,d connections, %,d FLOPs per image",
            network.parameterCount(),
            network.connectionCount(),
            network.flops()));
  }

  private static void work(Experiment experiment, DatasetInfo data, Console console) {
    console.println("  " + data.title() + ": " + Workload.of(experiment, data));
  }

  /** Says how long training would take here; nothing where it could not run here. */
  private void time(List<Checked> trials, Console console) {
    if (trials.stream().anyMatch(trial -> trial.network().isEmpty() || trial.data().isEmpty())) {
      return;
    }
    try {
      console.println("  " + new TimeEstimate(backends, trials));
    } catch (MachineException e) {
      return; // the check has said so
    }
  }
}
