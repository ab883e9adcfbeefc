package org.lenetlab.app.table;

import com.google.inject.Inject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.DidYouMean;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.FormatOption;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.query.QueryException;
import org.lenetlab.query.ResultsDatabase;
import org.lenetlab.results.store.ResultsStore.StoredRun;
import org.lenetlab.results.table.ResultTable;
import org.lenetlab.results.table.TableFormat;

/** {@code lenet query}. */
public final class QueryCommand implements Command {
  private static final Pattern UNKNOWN_TABLE = Pattern.compile("no such table: (\\w+)");

  @Inject
  QueryCommand() {}

  @Override
  public String name() {
    return "query";
  }

  @Override
  public String summary() {
    return "Asks results in SQL; without a query, lists tables and columns";
  }

  @Override
  public String arguments() {
    return "[SQL [FOLDER|EXPERIMENT|RUN…]]";
  }

  @Override
  public String example() {
    return "lenet query \"select experiment, avg(test_error), stddev(test_error) from runs group by"
        + " 1\"";
  }

  @Override
  public Options options() {
    return FormatOption.addTo(new Options());
  }

  @Override
  public ExitCode run(CommandLine line, Console console) {
    TableFormat format = FormatOption.of(line);
    List<String> words = line.getArgList();
    List<String> names = Results.names(words.stream().skip(1).toList());
    Results results = Results.read(names, console);
    List<StoredRun> runs = results.runs().stream().map(results::stored).toList();
    try (ResultsDatabase database = new ResultsDatabase(runs)) {
      ResultTable table = words.isEmpty() ? database.tables() : database.query(words.getFirst());
      console.out().print(format.render(table));
    } catch (QueryException e) {
      throw new UserException(
          e.getMessage() + meant(e) + "\nlenet query without arguments lists tables and columns",
          e);
    }
    return ExitCode.SUCCESS;
  }

  /** The table that was probably meant, where the database does not know one. */
  private static String meant(QueryException e) {
    Matcher unknown = UNKNOWN_TABLE.matcher(String.valueOf(e.getMessage()));
    return unknown.find() ? DidYouMean.question(unknown.group(1), ResultsDatabase.TABLES) : "";
  }
}
