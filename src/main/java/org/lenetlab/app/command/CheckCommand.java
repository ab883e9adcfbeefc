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
import org.lenetlab.app.check.ExperimentCheck;
import org.lenetlab.app.check.SpeedProbe;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.FileArguments;
import org.lenetlab.app.cli.MachineException;
import org.lenetlab.app.config.Report;
import org.lenetlab.app.machine.BackendChoice;
import org.lenetlab.app.machine.BackendResolver;
import org.lenetlab.app.machine.DataOptions;
import org.lenetlab.plugin.Extension;

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
    Checked checked =
        check.check(
            file, FileArguments.overrides(line), DataOptions.access(line, file, progress -> {}));
    if (!checked.diagnostics().isEmpty()) {
      console.err().println(Report.of(checked.diagnostics(), console::styled));
    }
    if (!checked.isWrong()) {
      console.println(file + ": " + console.styled(Console.Style.GREEN, "fine"));
      Experiment experiment = checked.complete().experiment();
      checked.network().ifPresent(network -> shapes(network, console));
      checked.data().ifPresent(data -> work(experiment, data, console));
      if (!line.hasOption(QUICK)) {
        time(experiment, checked, console);
      }
    }
    return !checked.isWrong();
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
  private void time(Experiment experiment, Checked checked, Console console) {
    if (checked.network().isEmpty() || checked.data().isEmpty()) {
      return;
    }
    BackendChoice choice;
    try {
      choice = backends.resolve(experiment.device(), experiment.backend());
    } catch (MachineException e) {
      return; // the check has said so
    }
    if (!choice.extension().map(Extension::isInstalled).orElse(true)) {
      console.println(
          "  its time is not known before its first run, which installs " + choice.name());
      return;
    }
    int threads = Runtime.getRuntime().availableProcessors();
    double rate =
        SpeedProbe.imagesPerSecond(
            experiment, checked.network().get(), choice.spec().create(choice.device(), threads));
    Workload work = Workload.of(experiment, checked.data().get());
    console.println(
        String.format(
            Locale.ROOT,
            "  about %s on %s, at %,.0f images/s",
            work.timeAt(rate),
            choice.name(),
            rate));
  }
}
