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
import org.lenetlab.query.QueryException;
import org.lenetlab.query.ResultsDatabase;
import org.lenetlab.results.store.ResultsStore.StoredRun;
import org.lenetlab.results.table.ResultTable;
import org.lenetlab.results.table.TableFormat;

/** {@code lenet query}. */
public final class QueryCommand implements Command {

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
    List<String> folders = words.size() > 1 ? words.subList(1, words.size()) : List.of("results");
    Results results = Results.read(folders, console);
    List<StoredRun> runs = results.runs().stream().map(results::stored).toList();
    try (ResultsDatabase database = new ResultsDatabase(runs)) {
      ResultTable table = words.isEmpty() ? database.tables() : database.query(words.getFirst());
      console.out().print(format.render(table));
    } catch (QueryException e) {
      throw new UserException(
          e.getMessage() + "\nlenet query without arguments lists tables and columns", e);
    }
    return ExitCode.SUCCESS;
  }
}
