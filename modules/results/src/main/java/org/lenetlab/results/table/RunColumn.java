package org.lenetlab.results.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lenetlab.results.group.Figure;
import org.lenetlab.results.group.Group;
import org.lenetlab.results.group.Run;
import org.lenetlab.results.group.Sample;
import org.lenetlab.results.group.Seeds;

/**
 * A column of a table of groups of runs.
 *
 * @param cell what it says of a group
 * @param figure that it shows, and may be the best in; null for none
 */
record RunColumn(Column column, Function<Group, Cell> cell, @Nullable Figure figure) {

  /** Ends the key of a column of intervals. */
  static final String INTERVAL = "-interval";

  private RunColumn(Column column, Function<Group, Cell> cell) {
    this(column, cell, null);
  }

  /** What the groups are told apart by, one column for each axis. */
  static RunColumn label(String path, String title, int axis) {
    return new RunColumn(Column.axis(path, title), group -> text(group.labels().get(axis)));
  }

  /** What is told of a group in which all runs agree. */
  static RunColumn common(String key, String title, Function<Run, Object> value) {
    return new RunColumn(
        Column.axis(key, title),
        group -> {
          Set<Object> values = group.runs().stream().map(value).collect(Collectors.toSet());
          if (values.size() > 1) {
            return new Cell.Empty();
          }
          return values.iterator().next() instanceof Long count
              ? new Cell.Count(count)
              : text(values.iterator().next().toString());
        });
  }

  static RunColumn seeds() {
    return new RunColumn(
        Column.setting("seeds", "seeds"), group -> new Cell.Text(Seeds.of(group.runs())));
  }

  static RunColumn ids() {
    return new RunColumn(
        Column.figure("runs", "run", 0),
        group ->
            group.runs().size() == 1
                ? new Cell.Text(group.runs().getFirst().record().id())
                : new Cell.Empty());
  }

  /** The figures that were asked for, or the usual ones with what is left open of them. */
  static List<RunColumn> figures(TableRequest request) {
    List<RunColumn> columns = new ArrayList<>();
    boolean usual = request.statistics().isEmpty() && request.figures().isEmpty();
    List<Statistic> statistics =
        request.statistics().isEmpty() ? List.of(Statistic.MEAN) : request.statistics();
    for (Figure figure : request.figures().isEmpty() ? Figure.USUAL : request.figures()) {
      statistics.forEach(statistic -> columns.add(figure(figure, statistic, request)));
      if (usual && figure == Figure.TEST_ACCURACY) {
        columns.add(spread(figure, "-range", "min–max", (sample, _) -> range(sample)));
      }
      if (usual && figure == Figure.TEST_ERROR) {
        columns.add(
            spread(
                figure,
                INTERVAL,
                "95 % interval",
                (sample, run) ->
                    Proportion.interval(sample.mean(), run.record().subject().test())));
      }
    }
    return columns;
  }

  private static RunColumn figure(Figure figure, Statistic statistic, TableRequest request) {
    boolean mean = statistic == Statistic.MEAN;
    String key = mean ? figure.toString() : figure + "-" + statistic;
    String title = mean ? figure.title() : statistic + " " + figure.title();
    return new RunColumn(
        Column.figure(key, title, figure.decimals()),
        group -> cell(group, figure, statistic, request),
        figure);
  }

  /** A figure of a group with its origin; empty where it was not measured. */
  static Cell cell(Group group, Figure figure, Statistic statistic, TableRequest request) {
    Optional<Sample> sample = group.sample(figure);
    return sample.isEmpty()
        ? new Cell.Empty()
        : new Cell.Figure(sample.get(), statistic, false, Origins.of(group, request));
  }

  private static RunColumn spread(
      Figure figure, String suffix, String title, BiFunction<Sample, Run, Cell> interval) {
    return new RunColumn(
        Column.figure(figure + suffix, title, figure.decimals()),
        group -> {
          Optional<Sample> sample = group.sample(figure);
          return sample.isEmpty()
              ? new Cell.Empty()
              : interval.apply(sample.get(), group.runs().getFirst());
        });
  }

  private static Cell range(Sample sample) {
    return sample.n() == 1 ? new Cell.Empty() : new Cell.Interval(sample.min(), sample.max());
  }

  private static Cell text(String text) {
    return text.isEmpty() ? new Cell.Empty() : new Cell.Text(text);
  }
}
