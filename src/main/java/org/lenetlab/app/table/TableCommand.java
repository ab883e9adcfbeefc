package org.lenetlab.app.table;

import com.google.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.Console.Style;
import org.lenetlab.app.cli.DidYouMean;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.ResultsStore.Scan;
import org.lenetlab.results.store.ResultsStore.StoredRun;
import org.lenetlab.results.table.RunTable;
import org.lenetlab.results.table.TableFormat;

/** {@code lenet table}. */
public final class TableCommand implements Command {
  private static final String FORMAT = "format";
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
    Options options = new Options();
    options.addOption(
        Option.builder()
            .longOpt(FORMAT)
            .hasArg()
            .argName("FORM")
            .desc("console (the default), markdown or csv")
            .get());
    return options.addOption(null, EACH, false, "a row for each run, not for all seeds together");
  }

  @Override
  public ExitCode run(CommandLine line, Console console) {
    TableFormat format = format(line.getOptionValue(FORMAT, "console"));
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

  private static TableFormat format(String word) {
    List<String> names =
        Arrays.stream(TableFormat.values()).map(f -> f.name().toLowerCase(Locale.ROOT)).toList();
    if (!names.contains(word)) {
      throw new UserException(
          "--format: expected one of "
              + String.join(", ", names)
              + ", not '"
              + word
              + "'"
              + DidYouMean.question(word, names));
    }
    return TableFormat.valueOf(word.toUpperCase(Locale.ROOT));
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
