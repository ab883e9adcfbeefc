package org.lenetlab.results.group;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lenetlab.results.text.Values;

/**
 * Short names for values and blocks. A block is called by its {@code name} and by those of its keys
 * that differ from other blocks of the same name: {@code adam, learning-rate 0.01}.
 */
final class Labels {
  private static final Comparator<JsonNode> BY_TEXT = Comparator.comparing(JsonNode::toString);

  private final Map<JsonNode, String> labels = new HashMap<>();

  Labels(Collection<JsonNode> nodes) {
    Map<String, Set<JsonNode>> blocks = new LinkedHashMap<>();
    for (JsonNode node : nodes) {
      if (node.path("name").isTextual()) {
        blocks.computeIfAbsent(node.get("name").asText(), _ -> new TreeSet<>(BY_TEXT)).add(node);
      }
    }
    blocks.forEach(this::addBlocks);
    for (JsonNode node : nodes) {
      labels.computeIfAbsent(node, Values::text);
    }
  }

  private void addBlocks(String name, Set<JsonNode> blocks) {
    Set<String> differing = Settings.differing(blocks.stream().map(Settings::leaves).toList());
    for (JsonNode block : blocks) {
      StringBuilder label = new StringBuilder(name);
      Settings.leaves(block)
          .forEach(
              (path, value) -> {
                if (differing.contains(path)) {
                  label.append(", ").append(path).append(' ').append(Values.text(value));
                }
              });
      labels.put(block, label.toString());
    }
  }

  String of(JsonNode node) {
    return labels.getOrDefault(node, "");
  }
}
