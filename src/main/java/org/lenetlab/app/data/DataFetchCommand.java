package org.lenetlab.app.data;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.DataFile;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.machine.DataOptions;
import org.lenetlab.app.machine.DownloadProgress;
import org.lenetlab.plugin.Registry;

/** {@code lenet data fetch}. */
public final class DataFetchCommand implements Command {
  private final Registry registry;

  @Inject
  DataFetchCommand(Registry registry) {
    this.registry = registry;
  }

  @Override
  public String name() {
    return "data fetch";
  }

  @Override
  public String summary() {
    return "Downloads data sets and verifies them";
  }

  @Override
  public String arguments() {
    return "NAME…|all";
  }

  @Override
  public String example() {
    return "lenet data fetch mnist";
  }

  @Override
  public Options options() {
    return DataOptions.addTo(new Options());
  }

  @Override
  public ExitCode run(CommandLine line, Console console) {
    List<String> names = line.getArgList();
    if (names.isEmpty()) {
      throw new UserException("expected the name of a data set, such as mnist, or all");
    }
    List<Datasets.Named> datasets = Datasets.called(names, registry);
    try (DownloadProgress progress = new DownloadProgress(console)) {
      DataAccess access = DataOptions.access(line, Path.of(""), progress);
      for (Datasets.Named named : datasets) {
        named.dataset().fetch(access);
        progress.endFile();
        for (DataFile file : named.dataset().files(access)) {
          console.println(named.name() + "  " + file.path());
        }
      }
    }
    return ExitCode.SUCCESS;
  }
}
