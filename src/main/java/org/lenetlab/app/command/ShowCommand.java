package org.lenetlab.app.command;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.FileArguments;
import org.lenetlab.app.config.ExperimentFile;
import org.lenetlab.app.config.ExperimentReader;
import org.lenetlab.app.config.Report;

/** {@code lenet show}. */
public final class ShowCommand implements Command {
  private final ExperimentReader reader;

  @Inject
  ShowCommand(ExperimentReader reader) {
    this.reader = reader;
  }

  @Override
  public String name() {
    return "show";
  }

  @Override
  public String summary() {
    return "Prints an experiment file with its parents, overrides and every default filled in";
  }

  @Override
  public String arguments() {
    return "FILE…";
  }

  @Override
  public String example() {
    return "lenet show experiments/lenet5-classic.yaml --set training.epochs=5";
  }

  @Override
  public Options options() {
    return FileArguments.addTo(new Options());
  }

  @Override
  public ExitCode run(CommandLine line, Console console) {
    List<Path> files = FileArguments.files(line);
    for (int i = 0; i < files.size(); i++) {
      ExperimentFile file = reader.read(files.get(i), FileArguments.overrides(line));
      console.err().print(Report.of(file.dropped(), console::styled));
      if (i > 0) {
        console.println("---");
      }
      console.out().print(file.resolved());
    }
    return ExitCode.SUCCESS;
  }
}
