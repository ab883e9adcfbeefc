package org.lenetlab.results.claim;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lenetlab.results.table.Cell;
import org.lenetlab.results.table.Column;
import org.lenetlab.results.table.ResultTable;

/** Judgements as a table for programs: every number in a column of its own, in full precision. */
final class ClaimRecords {
  private static final List<Column> COLUMNS =
      Stream.of(
              "experiment",
              "claim",
              "source",
              "published",
              "ours",
              "mean",
              "sd",
              "n",
              "min",
              "max",
              "interval-low",
              "interval-high",
              "rule",
              "verdict",
              "detail",
              "erratum",
              "command")
          .map(key -> Column.figure(key, key, 0))
          .toList();

  private ClaimRecords() {}

  static ResultTable of(List<Reproduction> reproductions) {
    List<List<Cell>> rows =
        reproductions.stream()
            .flatMap(
                reproduction ->
                    reproduction.judgements().stream()
                        .map(judgement -> row(reproduction, judgement)))
            .toList();
    return new ResultTable(Map.of(), COLUMNS, rows, List.of());
  }

  private static List<Cell> row(Reproduction reproduction, Judgement judgement) {
    Measurement ours = judgement.measurement();
    Cell.@Nullable Interval interval = ours == null ? null : ours.interval().orElse(null);
    return Stream.of(
            reproduction.experiment(),
            judgement.subject(),
            judgement.claim().source(),
            judgement.claimed(),
            judgement.ours(),
            number(ours, measurement -> measurement.sample().mean()),
            number(ours, measurement -> measurement.sample().sd()),
            number(ours, measurement -> measurement.sample().n()),
            number(ours, measurement -> measurement.sample().min()),
            number(ours, measurement -> measurement.sample().max()),
            number(interval, Cell.Interval::low),
            number(interval, Cell.Interval::high),
            judgement.rule(),
            judgement.verdict().toString(),
            judgement.detail(),
            judgement.claim().erratum(),
            reproduction.command(judgement))
        .<Cell>map(Cell.Text::new)
        .toList();
  }

  private static <T> String number(@Nullable T of, Function<T, Number> number) {
    Number value = of == null ? Double.NaN : number.apply(of);
    return Double.isNaN(value.doubleValue()) ? "" : value.toString();
  }
}
