package org.lenetlab.app.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lenetlab.api.network.Layer;
import org.lenetlab.api.network.Network;
import org.lenetlab.results.table.Cell;
import org.lenetlab.results.table.Column;
import org.lenetlab.results.table.ResultTable;

/** A network layer by layer, with totals. */
final class LayerTable {
  private static final List<Column> COLUMNS =
      Stream.of("layer", "what", "output", "units", "parameters", "connections", "FLOPs")
          .map(title -> Column.figure(title, title, 0))
          .toList();

  private LayerTable() {}

  static ResultTable of(Network network) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("input", "", network.input().toString(), network.input().size(), 0, 0, 0));
    long units = 0;
    for (Layer layer : network.layers()) {
      String what = layer.ops().stream().map(OpText::name).collect(Collectors.joining(", "));
      rows.add(
          row(
              layer.name(),
              what,
              layer.output().toString(),
              layer.output().size(),
              layer.parameterCount(),
              layer.connectionCount(),
              layer.flops()));
      units += layer.output().size();
    }
    rows.add(
        row(
            "total",
            "",
            "",
            units,
            network.parameterCount(),
            network.connectionCount(),
            network.flops()));
    return new ResultTable(Map.of(), COLUMNS, rows, List.of());
  }

  private static List<Cell> row(
      String layer,
      String what,
      String output,
      long units,
      long parameters,
      long connections,
      long flops) {
    return List.of(
        new Cell.Text(layer),
        new Cell.Text(what),
        new Cell.Text(output),
        new Cell.Count(units),
        new Cell.Count(parameters),
        new Cell.Count(connections),
        new Cell.Count(flops));
  }
}
