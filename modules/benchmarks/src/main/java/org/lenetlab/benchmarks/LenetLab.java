package org.lenetlab.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** LeNet Lab as its users run it: {@code lenet bench}, a new process for each measurement. */
final class LenetLab implements Contestant {
  private final String name;
  private final String backend;
  private final Places places;
  private final double seconds;
  private final Map<Column, List<JsonNode>> reports = new EnumMap<>(Column.class);

  /**
   * @param backend as experiment files call it
   * @param seconds how long a measurement takes
   */
  LenetLab(String name, String backend, Places places, double seconds) {
    this.name = name;
    this.backend = backend;
    this.places = places;
    this.seconds = seconds;
  }

  @Override
  public String name() {
    return name;
  }

  /** Nothing: every process warms up by itself. */
  @Override
  public void warmUp(Column column) {}

  @Override
  public double measure(Column column) throws IOException {
    JsonNode report = bench(column);
    reports.computeIfAbsent(column, c -> new ArrayList<>()).add(report);
    return rate(report, column);
  }

  static double rate(JsonNode report, Column column) {
    return report
        .at((column.training() ? "/training" : "/forward") + "/imagesPerSecond")
        .asDouble();
  }

  /** What {@code lenet bench} says of a column's experiment. */
  JsonNode bench(Column column, String... options) throws IOException {
    return await(startBench(column, seconds, options));
  }

  /**
   * A running {@code lenet bench}.
   *
   * @param seconds how long each of its measurements takes
   */
  Process startBench(Column column, double seconds, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            places.lenet().toString(),
            "bench",
            places.experiment(column).toString(),
            "--format",
            "json",
            "--seconds",
            String.format(Locale.ROOT, "%.3f", seconds),
            "--set",
            "backend=" + backend));
    command.addAll(Arrays.asList(options));
    return new ProcessBuilder(command).redirectError(log().toFile()).start();
  }

  private Path log() {
    return places.log("lenet-" + backend);
  }

  /** The report of a bench that was started. */
  JsonNode await(Process process) throws IOException {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new MissingException(Files.readAllLines(log()).getLast());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    return new JsonMapper().readTree(output);
  }

  /** All that was measured of a column. */
  List<JsonNode> reports(Column column) {
    return reports.getOrDefault(column, List.of());
  }

  @Override
  public void close() {}
}
