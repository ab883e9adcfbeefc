package org.lenetlab.app.table;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.DidYouMean;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.FormatOption;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.cli.ValueOption;
import org.lenetlab.results.group.Figure;
import org.lenetlab.results.group.Run;
import org.lenetlab.results.table.ResultTable;
import org.lenetlab.results.table.RunTable;
import org.lenetlab.results.table.Statistic;
import org.lenetlab.results.table.TableFormat;
import org.lenetlab.results.table.TableRequest;
import org.lenetlab.results.table.TableRequest.Order;

/** {@code lenet table}. */
public final class TableCommand implements Command {
  static final String BY = "by";
  static final String METRIC = "metric";
  private static final String ACROSS = "across";
  private static final String STATISTIC = "statistic";
  private static final String SORT = "sort";
  private static final String EACH = "each";
  private static final String COMMANDS = "commands";

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
    return "[FOLDER|EXPERIMENT|RUN…]";
  }

  @Override
  public String example() {
    return "lenet table results/quickstart --by optimizer.learning-rate --format markdown";
  }

  @Override
  public Options options() {
    Options options = Results.addTo(FormatOption.addTo(new Options()));
    options.addOption(
        ValueOption.of(BY, "PATH,…", "a row for each value of these settings; default: of all"));
    options.addOption(
        ValueOption.of(ACROSS, "PATH,…", "a column for each value of these settings; needs --by"));
    options.addOption(ValueOption.of(METRIC, "FIGURE,…", "of " + String.join(", ", Figure.keys())));
    options.addOption(
        ValueOption.of(STATISTIC, "NAME,…", "of " + String.join(", ", Statistic.keys())));
    options.addOption(
        ValueOption.of(
            SORT, "KEY", "orders rows by a figure or setting; KEY:desc for the largest first"));
    options.addOption(
        null, COMMANDS, false, "tells the runs of each row and how to get them again");
    return options.addOption(null, EACH, false, "a row for each run, not for all seeds together");
  }

  @Override
  public ExitCode run(CommandLine line, Console console) {
    TableFormat format = FormatOption.of(line);
    List<Figure> figures = list(line, METRIC, Figure.keys(), Figure::ofKey);
    List<Statistic> statistics = list(line, STATISTIC, Statistic.keys(), Statistic::ofKey);
    Results results = Results.read(Results.names(line.getArgList()), console);
    List<String> by = results.paths(line, BY);
    List<String> across = results.paths(line, ACROSS);
    require(across.isEmpty() || !by.isEmpty(), "--across needs --by for its rows");
    require(across.isEmpty() || !line.hasOption(SORT), "--sort is for rows without --across");
    require(by.isEmpty() || !line.hasOption(EACH), "--each and --by exclude each other");
    require(
        across.isEmpty() || statistics.size() < 2, "--across has room for one --statistic only");
    TableRequest request =
        new TableRequest(
            by,
            across,
            figures,
            statistics,
            order(line, results),
            line.hasOption(EACH),
            format.hasOrigins() || line.hasOption(COMMANDS) ? results::command : null,
            line.hasOption(COMMANDS));
    List<Run> selected = results.selected(line);
    ResultTable table = RunTable.of(selected, request);
    if (format == TableFormat.CONSOLE && table.rows().isEmpty()) {
      table.notes().forEach(console::println);
      results.goingOn(selected).ifPresent(command -> console.println("goes on with " + command));
    } else {
      console.out().print(format.render(table));
    }
    return ExitCode.SUCCESS;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new UserException(otherwise);
    }
  }

  private static @Nullable Order order(CommandLine line, Results results) {
    String value = line.getOptionValue(SORT);
    if (value == null) {
      return null;
    }
    boolean descending = value.endsWith(":desc");
    String key = value.replaceFirst(":(asc|desc)$", "");
    results.requireKnown(SORT, key, true);
    return new Order(key, descending);
  }

  /**
   * What an option names, with commas between.
   *
   * @throws UserException if there is no such thing
   */
  static <T> List<T> list(
      CommandLine line, String option, List<String> known, Function<String, T> ofKey) {
    List<T> list = new ArrayList<>();
    String value = line.getOptionValue(option);
    for (String word :
        value == null ? List.<String>of() : Arrays.asList(value.split("\\s*,\\s*"))) {
      if (!known.contains(word)) {
        throw new UserException(
            "--%s: expected some of %s, not '%s'%s"
                .formatted(
                    option, String.join(", ", known), word, DidYouMean.question(word, known)));
      }
      list.add(ofKey.apply(word));
    }
    return list;
  }
}
