package org.lenetlab.results.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lenetlab.results.bench.Benchmark.OpPace;
import org.lenetlab.results.bench.Benchmark.Pace;
import org.lenetlab.results.bench.Benchmark.Peak;
import org.lenetlab.results.store.Json;
import org.lenetlab.results.table.Cell;
import org.lenetlab.results.table.Column;
import org.lenetlab.results.table.Document;
import org.lenetlab.results.table.ResultTable;
import org.lenetlab.results.table.TableFormat;

/** A benchmark as text. */
public final class BenchmarkReport {
  private static final double GIGA = 1e9;
  private static final double NANOS_PER_MICRO = 1e3;

  private BenchmarkReport() {}

  /** For programs. */
  public static String json(Benchmark benchmark) {
    return Json.pretty(benchmark) + "\n";
  }

  /** For people: what was measured where, the rates, and the ops of a step. */
  public static String text(Benchmark benchmark, TableFormat format) {
    Document document =
        new Document(format)
            .heading("Speed of " + benchmark.experiment())
            .paragraph(benchmark.environment().machine())
            .paragraph(
                String.format(
                    Locale.ROOT,
                    "%s, %s, batches of %d, %s: %s",
                    benchmark.backend(),
                    threadsInWords(benchmark),
                    benchmark.batchSize(),
                    benchmark.dataset(),
                    benchmark.network()))
            .table(rates(benchmark));
    if (!benchmark.ops().isEmpty()) {
      document.paragraph("A training step, in thread time per image:").table(ops(benchmark));
    }
    return document.toString();
  }

  private static ResultTable rates(Benchmark benchmark) {
    List<List<Cell>> rows = new ArrayList<>();
    Peak peak = benchmark.peak();
    rows.add(rate("training", benchmark.training(), peak));
    rows.add(rate("forward", benchmark.forward(), peak));
    if (peak != null) {
      rows.add(peakRow("peak of " + threadsInWords(benchmark), peak.allThreads()));
      rows.add(peakRow("peak of one thread", peak.oneThread()));
    }
    String allocated =
        String.format(
            Locale.ROOT, "A training step allocates %,d bytes.", benchmark.allocatedBytesPerStep());
    return new ResultTable(
        Map.of(),
        List.of(
            Column.figure("pass", "", 0),
            Column.figure("images-per-second", "images/s", 0),
            Column.figure("gflops", "GFLOP/s", 1),
            Column.figure("share-of-peak", "% of peak", 0)),
        rows,
        Stream.concat(Stream.of(allocated), beyondPeak(rows).stream()).toList());
  }

  /** Where a share of the peak, in the last column, is more than all, the reason. */
  private static List<String> beyondPeak(List<List<Cell>> rows) {
    return rows.stream()
            .anyMatch(row -> row.getLast() instanceof Cell.Real(var share) && share > 100)
        ? List.of(
            "More than 100 % of the peak: convolutions in tiles count as many operations as if they"
                + " were not.")
        : List.of();
  }

  private static String threadsInWords(Benchmark benchmark) {
    int threads = threads(benchmark);
    return threads == 1 ? "1 thread" : threads + " threads";
  }

  private static int threads(Benchmark benchmark) {
    return benchmark.environment().threads();
  }

  private static List<Cell> rate(String name, Pace pace, @Nullable Peak peak) {
    return List.of(
        new Cell.Text(name),
        figure(pace.imagesPerSecond()),
        figure(pace.flopsPerSecond() / GIGA),
        peak == null ? new Cell.Empty() : figure(100 * pace.flopsPerSecond() / peak.allThreads()));
  }

  private static List<Cell> peakRow(String name, double flopsPerSecond) {
    return List.of(
        new Cell.Text(name), new Cell.Empty(), figure(flopsPerSecond / GIGA), new Cell.Empty());
  }

  private static ResultTable ops(Benchmark benchmark) {
    Double others = benchmark.otherNanosPerImage();
    double other = others == null ? 0 : others;
    double all = other + benchmark.ops().stream().mapToDouble(OpPace::nanosPerImage).sum();
    List<List<Cell>> rows = new ArrayList<>();
    for (OpPace op : benchmark.ops()) {
      rows.add(op(op, all, benchmark));
    }
    rows.add(
        List.of(
            new Cell.Text(""),
            new Cell.Text("data, loss, update, waiting"),
            new Cell.Empty(),
            new Cell.Empty(),
            figure(100 * other / all),
            new Cell.Empty(),
            new Cell.Empty()));
    return new ResultTable(
        Map.of(),
        List.of(
            Column.figure("layer", "layer", 0),
            Column.figure("op", "op", 0),
            Column.figure("forward-micros", "forward µs", 2),
            Column.figure("backward-micros", "backward µs", 2),
            Column.figure("share-of-time", "% of time", 0),
            Column.figure("gflops", "GFLOP/s", 1),
            Column.figure("share-of-peak", "% of peak", 0)),
        rows,
        beyondPeak(rows));
  }

  private static List<Cell> op(OpPace op, double allNanos, Benchmark benchmark) {
    Peak peak = benchmark.peak();
    boolean computes = op.forwardFlops() > 0;
    double flops = op.flopsPerSecond();
    return List.of(
        new Cell.Text(op.layer()),
        new Cell.Text(op.what()),
        figure(op.forwardNanosPerImage() / NANOS_PER_MICRO),
        figure(op.backwardNanosPerImage() / NANOS_PER_MICRO),
        figure(100 * op.nanosPerImage() / allNanos),
        computes ? figure(flops / GIGA) : new Cell.Empty(),
        computes && peak != null
            ? figure(100 * flops * threads(benchmark) / peak.allThreads())
            : new Cell.Empty());
  }

  private static Cell figure(double value) {
    return new Cell.Real(value);
  }
}
