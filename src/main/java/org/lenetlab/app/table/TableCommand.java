package org.lenetlab.app.table;

import com.google.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.Console.Style;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.FormatOption;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.ResultsStore.Scan;
import org.lenetlab.results.store.ResultsStore.StoredRun;
import org.lenetlab.results.table.RunTable;
import org.lenetlab.results.table.TableFormat;

/** {@code lenet table}. */
public final class TableCommand implements Command {
  private static final String EACH = "each";

  @Inject
  TableCommand() {}

  @Override
  public String name() {
    return "table";
  }

  @Override
  public String summary() {
    return "Compares the runs in folders of results";
  }

  @Override
  public String arguments() {
    return "[FOLDER…]";
  }

  @Override
  public String example() {
    return "lenet table results/quickstart --format markdown";
  }

  @Override
  public Options options() {
    return FormatOption.addTo(new Options())
        .addOption(null, EACH, false, "a row for each run, not for all seeds together");
  }

  @Override
  public ExitCode run(CommandLine line, Console console) {
    TableFormat format = FormatOption.of(line);
    List<String> names = line.getArgList().isEmpty() ? List.of("results") : line.getArgList();
    Scan scan = ResultsStore.scan(names.stream().map(TableCommand::folder).toList());
    for (String problem : scan.problems()) {
      console.err().println(console.styled(Style.YELLOW, "left out:") + " " + problem);
    }
    if (scan.runs().isEmpty()) {
      throw new UserException("there are no runs in " + String.join(", ", names));
    }
    console
        .out()
        .print(
            format.render(
                RunTable.of(
                    scan.runs().stream().map(StoredRun::record).toList(), line.hasOption(EACH))));
    return ExitCode.SUCCESS;
  }

  private static Path folder(String name) {
    Path folder = Path.of(name);
    if (!Files.isDirectory(folder)) {
      throw new UserException(
          "there is no folder " + name + "; lenet run keeps its results in results/");
    }
    return folder;
  }
}
