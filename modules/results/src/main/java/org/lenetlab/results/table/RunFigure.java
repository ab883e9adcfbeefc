package org.lenetlab.results.table;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.experiment.Metric;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.store.RunRecord.Outcome;

/**
 * A figure that tables show of finished runs.
 *
 * @param spread an interval to show in a column after it, or null
 */
record RunFigure(Column column, ToDoubleFunction<Outcome> value, @Nullable Spread spread) {
  /** All of them, in the order of their columns. */
  static final List<RunFigure> ALL =
      List.of(
          new RunFigure(
              Column.figure("test-accuracy", "test accuracy %", 2),
              outcome -> Metric.TEST_ACCURACY.of(outcome.chosen()),
              new Spread(
                  Column.figure("test-accuracy-range", "min–max", 2),
                  (sample, run) -> range(sample))),
          new RunFigure(
              Column.figure("test-error", "test error %", 2),
              outcome -> Metric.TEST_ERROR.of(outcome.chosen()),
              new Spread(
                  Column.figure("test-error-interval", "95 % interval", 2),
                  (sample, run) -> Proportion.interval(sample.mean(), run.subject().test()))),
          new RunFigure(
              Column.figure("training-loss", "train loss", 4),
              outcome -> Metric.TRAINING_LOSS.of(outcome.chosen()),
              null),
          new RunFigure(
              Column.figure("seconds", "time s", 1),
              outcome -> outcome.wallMillis() / 1000.0,
              null),
          new RunFigure(
              Column.figure("images-per-second", "images/s", 0), Outcome::imagesPerSecond, null));

  /** An interval made of the figure's sample and any run of the group. */
  record Spread(Column column, BiFunction<Sample, RunRecord, Cell> interval) {}

  /** Its columns. */
  List<Column> columns() {
    return spread == null ? List.of(column) : List.of(column, spread.column);
  }

  /** Its cells for a group of finished runs; empty where it was not measured. */
  List<Cell> cells(List<RunRecord> group) {
    Sample sample =
        new Sample(
            group.stream()
                .map(run -> value.applyAsDouble(Objects.requireNonNull(run.outcome())))
                .toList());
    if (Double.isNaN(sample.mean())) {
      return columns().stream().<Cell>map(column -> new Cell.Empty()).toList();
    }
    Cell figure = new Cell.Figure(sample);
    return spread == null
        ? List.of(figure)
        : List.of(figure, spread.interval.apply(sample, group.getFirst()));
  }

  private static Cell range(Sample sample) {
    return sample.n() == 1 ? new Cell.Empty() : new Cell.Interval(sample.min(), sample.max());
  }
}
