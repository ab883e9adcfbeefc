package org.lenetlab.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Writes a tree as people write experiment files: one key per line, short inner values in braces.
 */
final class YamlWriter {
  private static final int LONGEST_IN_BRACES = 72;
  private static final DumpSettings SETTINGS =
      DumpSettings.builder()
          .setSchema(new CoreSchema())
          .setWidth(100)
          .setIndent(2)
          .setIndicatorIndent(2)
          .setIndentWithIndicator(true)
          .setSplitLines(false)
          .build();

  private YamlWriter() {}

  static String write(JsonNode tree) {
    List<NodeTuple> keys = new ArrayList<>();
    tree.properties()
        .forEach(entry -> keys.add(new NodeTuple(key(entry.getKey()), top(entry.getValue()))));
    Node root = new MappingNode(Tag.MAP, keys, FlowStyle.BLOCK);
    return new Present(SETTINGS)
        .emitToString(new Serialize(SETTINGS).serializeOne(root).iterator());
  }

  /** A block of its own, whatever its length. */
  private static Node top(JsonNode tree) {
    return tree.isObject() && !tree.isEmpty() ? collection(tree, FlowStyle.BLOCK) : node(tree);
  }

  private static Node node(JsonNode tree) {
    boolean braces = tree.isEmpty() || tree.toString().length() <= LONGEST_IN_BRACES;
    return tree.isContainerNode()
        ? collection(tree, braces && !hasLines(tree) ? FlowStyle.FLOW : FlowStyle.BLOCK)
        : scalar(tree);
  }

  private static boolean hasLines(JsonNode tree) {
    if (!tree.isContainerNode()) {
      return tree.isTextual() && tree.textValue().contains("\n");
    }
    for (JsonNode child : tree) {
      if (hasLines(child)) {
        return true;
      }
    }
    return false;
  }

  private static Node collection(JsonNode tree, FlowStyle style) {
    if (tree.isArray()) {
      List<Node> items = new ArrayList<>();
      tree.forEach(item -> items.add(node(item)));
      return new SequenceNode(Tag.SEQ, items, style);
    }
    List<NodeTuple> entries = new ArrayList<>();
    tree.properties()
        .forEach(entry -> entries.add(new NodeTuple(key(entry.getKey()), node(entry.getValue()))));
    return new MappingNode(Tag.MAP, entries, style);
  }

  private static ScalarNode key(String text) {
    Tag tag = text.matches("[0-9]+") ? Tag.INT : Tag.STR;
    return new ScalarNode(tag, text, ScalarStyle.PLAIN);
  }

  private static Node scalar(JsonNode value) {
    if (value.isTextual()) {
      boolean lines = value.textValue().contains("\n");
      return new ScalarNode(
          Tag.STR, value.textValue(), lines ? ScalarStyle.LITERAL : ScalarStyle.PLAIN);
    }
    if (value.isBoolean()) {
      return new ScalarNode(Tag.BOOL, value.asText(), ScalarStyle.PLAIN);
    }
    if (value.isNull()) {
      return new ScalarNode(Tag.NULL, "null", ScalarStyle.PLAIN);
    }
    String text = value.decimalValue().toPlainString();
    Tag tag = text.contains(".") ? Tag.FLOAT : Tag.INT;
    return new ScalarNode(tag, text, ScalarStyle.PLAIN);
  }
}
