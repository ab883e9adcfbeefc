package org.lenetlab.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.statistics.descriptive.Median;

/** What the comparison found, as Markdown and as JSON. */
final class Report {
  private final Duel duel;
  private final LenetLab lenet;
  private final List<Peer> peers;
  private final Map<String, String> figures;

  Report(Duel duel, LenetLab lenet, List<Peer> peers, Map<String, String> figures) {
    this.duel = duel;
    this.lenet = lenet;
    this.peers = peers;
    this.figures = figures;
  }

  /** For people. */
  String markdown() {
    StringBuilder text = new StringBuilder(rates()).append('\n');
    duel.missing()
        .forEach(
            (name, why) ->
                text.append("Missing: ").append(name).append(": ").append(why).append("\n\n"));
    text.append("| | |\n| --- | ---: |\n");
    figures.forEach(
        (what, figure) ->
            text.append("| ").append(what).append(" | ").append(figure).append(" |\n"));
    return text.toString();
  }

  /** The part of it about images per second. */
  String rates() {
    StringBuilder text = new StringBuilder();
    text.append(machine()).append(".\n\n");
    text.append(row("images/s", Column::title));
    text.append(row("---", column -> "---:"));
    for (String name : duel.rates().keySet()) {
      text.append(row(name, column -> whole(duel.median(name, column))));
    }
    text.append(row("**LeNet Lab to the best peer**", this::ratio));
    text.append(row("GFLOP/s", column -> whole(rate(column) * flops(column) / 1e9)));
    text.append(row("FMA peak in the same run", column -> whole(peak(column) / 1e9)));
    text.append(
        row("share of the peak", column -> percent(rate(column) * flops(column) / peak(column))));
    return text.toString();
  }

  private String machine() {
    JsonNode environment = lenet.reports(Column.A).getFirst().get("environment");
    return "%s with %s, %d cores, %s, Java %s"
        .formatted(
            environment.get("cpu").asText(),
            environment.get("hardware").asText(),
            environment.get("cores").asInt(),
            environment.get("os").asText(),
            environment.get("java").asText());
  }

  private static String row(String head, Function<Column, String> cell) {
    return Arrays.stream(Column.values())
        .map(cell)
        .collect(Collectors.joining(" | ", "| " + head + " | ", " |\n"));
  }

  private double rate(Column column) {
    return duel.median(lenet.name(), column);
  }

  private String ratio(Column column) {
    double best =
        peers.stream()
            .mapToDouble(peer -> duel.median(peer.name(), column))
            .filter(rate -> !Double.isNaN(rate))
            .max()
            .orElse(Double.NaN);
    return Double.isNaN(best) ? "" : String.format(Locale.ROOT, "**%.1f×**", rate(column) / best);
  }

  private double flops(Column column) {
    return value(column, column.training() ? "/training/flopsPerImage" : "/forward/flopsPerImage");
  }

  /** The median of what all processes measured that trained this network. */
  private double peak(Column column) {
    return value(column, "/peak/allThreads");
  }

  private double value(Column column, String path) {
    return Median.withDefaults()
        .evaluate(
            lenet.reports(column).stream()
                .mapToDouble(report -> report.at(path).asDouble())
                .toArray());
  }

  private static String whole(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%,.0f", value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  /** All measurements, for programs. */
  String json() throws IOException {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    ObjectNode root = mapper.createObjectNode();
    root.set("imagesPerSecond", mapper.valueToTree(duel.rates()));
    root.set("missing", mapper.valueToTree(duel.missing()));
    root.set("figures", mapper.valueToTree(figures));
    ObjectNode reports = root.putObject("lenetBench");
    for (Column column : Column.values()) {
      reports.set(column.name(), mapper.valueToTree(lenet.reports(column)));
    }
    return mapper.writeValueAsString(root) + "\n";
  }
}
