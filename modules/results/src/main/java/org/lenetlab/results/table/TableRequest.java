package org.lenetlab.results.table;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lenetlab.results.group.Figure;
import org.lenetlab.results.group.Run;

/**
 * What a table of runs shows.
 *
 * @param by the paths that tell its rows apart; empty for all that runs differ in but their seeds
 * @param across the paths that tell its columns apart; empty for none
 * @param figures to show; empty for the usual ones
 * @param statistics to show of each; empty for the usual ones
 * @param order of the rows; null to keep that of the runs
 * @param each whether every run has a row of its own
 * @param command gives the figures of some runs again; null where nobody knows
 * @param showCommands whether readers are told of the command of each row
 */
public record TableRequest(
    List<String> by,
    List<String> across,
    List<Figure> figures,
    List<Statistic> statistics,
    @Nullable Order order,
    boolean each,
    @Nullable Function<List<Run>, String> command,
    boolean showCommands) {

  /**
   * An order of rows.
   *
   * @param key a figure, by its mean, or a path
   */
  public record Order(String key, boolean descending) {}

  public TableRequest {
    by = List.copyOf(by);
    across = List.copyOf(across);
    figures = List.copyOf(figures);
    statistics = List.copyOf(statistics);
  }

  /** The usual table. */
  static TableRequest usual(boolean each) {
    return new TableRequest(List.of(), List.of(), List.of(), List.of(), null, each, null, false);
  }
}
