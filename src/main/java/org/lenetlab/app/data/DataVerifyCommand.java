package org.lenetlab.app.data;

import com.google.common.base.Strings;
import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.DataFile;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.Console.Style;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.machine.DataOptions;
import org.lenetlab.plugin.Registry;

/** {@code lenet data verify}. */
public final class DataVerifyCommand implements Command {
  private final Registry registry;

  @Inject
  DataVerifyCommand(Registry registry) {
    this.registry = registry;
  }

  @Override
  public String name() {
    return "data verify";
  }

  @Override
  public String summary() {
    return "Checks the files of data sets against what was published";
  }

  @Override
  public String arguments() {
    return "[NAME…]";
  }

  @Override
  public String example() {
    return "lenet data verify mnist";
  }

  @Override
  public Options options() {
    return DataOptions.addTo(new Options());
  }

  /** Without names, data sets that are not here at all are no failure. */
  @Override
  public ExitCode run(CommandLine line, Console console) {
    List<String> names = line.getArgList();
    DataAccess access = DataOptions.access(line, Path.of(""), progress -> {});
    boolean failed = false;
    List<Datasets.Named> datasets =
        Datasets.called(names.isEmpty() ? List.of("all") : names, registry);
    int width = datasets.stream().mapToInt(named -> named.name().length()).max().orElse(0);
    for (Datasets.Named named : datasets) {
      String name = Strings.padEnd(named.name(), width, ' ');
      List<DataFile> files = named.dataset().files(access);
      boolean absent = files.stream().allMatch(file -> file.path() == null);
      if (absent && names.isEmpty()) {
        console.println(name + "  not here; fetch it with: lenet data fetch " + named.name());
        continue;
      }
      for (DataFile file : files) {
        console.println(name + "  " + state(file, console));
        failed |= file.problem() != null;
      }
    }
    return failed ? ExitCode.MACHINE_FAULT : ExitCode.SUCCESS;
  }

  private static String state(DataFile file, Console console) {
    return file.problem() == null
        ? console.styled(Style.GREEN, "ok") + "       " + file.path()
        : console.styled(Style.RED, "problem") + "  " + file.name() + ": " + file.problem();
  }
}
