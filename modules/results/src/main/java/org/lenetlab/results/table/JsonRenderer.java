package org.lenetlab.results.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.lenetlab.results.group.Sample;

/** A table as JSON: every figure with all that is known of it, in full precision. */
final class JsonRenderer {
  private static final JsonMapper MAPPER = new JsonMapper();

  private JsonRenderer() {}

  static String render(ResultTable table) {
    ObjectNode root = MAPPER.createObjectNode();
    ObjectNode caption = root.putObject("caption");
    table.caption().forEach(caption::put);
    var columns = root.putArray("columns");
    table
        .columns()
        .forEach(
            column -> columns.addObject().put("key", column.key()).put("title", column.title()));
    var rows = root.putArray("rows");
    for (List<Cell> row : table.rows()) {
      ObjectNode object = rows.addObject();
      for (int c = 0; c < row.size(); c++) {
        object.set(table.columns().get(c).key(), value(row.get(c)));
      }
    }
    var notes = root.putArray("notes");
    table.notes().forEach(notes::add);
    return root.toPrettyString() + "\n";
  }

  private static JsonNode value(Cell cell) {
    return switch (cell) {
      case Cell.Text(String text) -> MAPPER.getNodeFactory().textNode(text);
      case Cell.Count(long count) -> MAPPER.getNodeFactory().numberNode(count);
      case Cell.Whole(long value) -> MAPPER.getNodeFactory().numberNode(value);
      case Cell.Real(double value) -> number(value);
      case Cell.Figure figure -> figure(figure);
      case Cell.Difference(double value, String mark) ->
          MAPPER.createObjectNode().put("mark", mark).<ObjectNode>set("difference", number(value));
      case Cell.Probability(double p) -> number(p);
      case Cell.Interval(double low, double high) ->
          MAPPER.createObjectNode().put("low", low).put("high", high);
      case Cell.Empty() -> MAPPER.nullNode();
    };
  }

  private static JsonNode figure(Cell.Figure figure) {
    Sample sample = figure.sample();
    ObjectNode node = MAPPER.createObjectNode();
    node.set("mean", number(sample.mean()));
    node.set("sd", number(sample.sd()));
    node.put("n", sample.n());
    node.put("median", sample.median()).put("min", sample.min()).put("max", sample.max());
    node.put("best", figure.best());
    sample.values().forEach(node.putArray("values")::add);
    Cell.Origin origin = figure.origin();
    if (origin != null) {
      origin.runs().forEach(node.putArray("runs")::add);
      node.put("command", origin.command());
    }
    return node;
  }

  /** JSON has no word for what is not a number. */
  private static JsonNode number(double value) {
    return Double.isFinite(value) ? MAPPER.getNodeFactory().numberNode(value) : MAPPER.nullNode();
  }
}
