package org.lenetlab.app.table;

import com.google.inject.Inject;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.FormatOption;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.cli.ValueOption;
import org.lenetlab.results.compare.ComparisonRequest;
import org.lenetlab.results.compare.ComparisonTable;
import org.lenetlab.results.group.Figure;
import org.lenetlab.results.group.Run;
import org.lenetlab.results.table.TableFormat;

/** {@code lenet compare}. */
public final class CompareCommand implements Command {
  private static final String BASELINE = "baseline";

  @Inject
  CompareCommand() {}

  @Override
  public String name() {
    return "compare";
  }

  @Override
  public String summary() {
    return "Tests whether runs differ from a baseline, over seeds or test images";
  }

  @Override
  public String arguments() {
    return "[FOLDER|EXPERIMENT|RUN…]";
  }

  @Override
  public String example() {
    return "lenet compare results/quickstart --by optimizer.name --baseline optimizer.name=adam";
  }

  @Override
  public Options options() {
    Options options = Results.addTo(FormatOption.addTo(new Options()));
    options.addOption(
        ValueOption.of(
            TableCommand.BY, "PATH,…", "compares the values of these settings; default: of all"));
    options.addOption(
        ValueOption.of(
            BASELINE, "CONDITION", "what the others are compared with; default: the first"));
    return options.addOption(
        ValueOption.of(
            TableCommand.METRIC,
            "FIGURE",
            "one of " + String.join(", ", Figure.keys()) + "; default: " + Figure.TEST_ACCURACY));
  }

  @Override
  public ExitCode run(CommandLine line, Console console) {
    TableFormat format = FormatOption.of(line);
    List<Figure> figures =
        TableCommand.list(line, TableCommand.METRIC, Figure.keys(), Figure::ofKey);
    if (figures.size() > 1) {
      throw new UserException("--metric: one figure is compared at a time");
    }
    Results results = Results.read(Results.names(line.getArgList()), console);
    List<Run> runs = results.inOrderOfFolders(results.selected(line));
    ComparisonRequest request =
        new ComparisonRequest(
            results.paths(line, TableCommand.BY),
            figures.isEmpty() ? Figure.TEST_ACCURACY : figures.getFirst(),
            results.conditions(line, BASELINE),
            run -> results.stored(run).predictions());
    try {
      console.out().print(format.render(ComparisonTable.of(runs, request)));
    } catch (IllegalArgumentException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
    return ExitCode.SUCCESS;
  }
}
