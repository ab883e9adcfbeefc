package org.lenetlab.results.group;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Short names for values and blocks. A block is called by its {@code name} and by those of its keys
 * that differ from other blocks of the same name: {@code adam, learning-rate 0.01}.
 */
final class Labels {
  private static final int LONGEST = 40;
  private static final Comparator<JsonNode> BY_TEXT = Comparator.comparing(JsonNode::toString);

  private final Map<JsonNode, String> labels = new HashMap<>();

  Labels(Collection<JsonNode> nodes) {
    Map<String, Set<JsonNode>> blocks = new LinkedHashMap<>();
    Map<String, Set<String>> values = new HashMap<>();
    for (JsonNode node : nodes) {
      if (node.path("name").isTextual()) {
        blocks.computeIfAbsent(node.get("name").asText(), _ -> new TreeSet<>(BY_TEXT)).add(node);
      } else {
        String text = flow(node);
        values.computeIfAbsent(beginning(text), _ -> new HashSet<>()).add(text);
      }
    }
    blocks.forEach(this::addBlocks);
    for (JsonNode node : nodes) {
      labels.computeIfAbsent(node, value -> label(flow(value), values));
    }
  }

  private void addBlocks(String name, Set<JsonNode> blocks) {
    List<Map<String, JsonNode>> leaves = blocks.stream().map(Settings::leaves).toList();
    Set<String> differing = new TreeSet<>();
    for (Map<String, JsonNode> one : leaves) {
      for (Map<String, JsonNode> other : leaves) {
        one.forEach(
            (path, value) -> {
              if (!value.equals(other.get(path))) {
                differing.add(path);
              }
            });
      }
    }
    for (JsonNode block : blocks) {
      StringBuilder label = new StringBuilder(name);
      Settings.leaves(block)
          .forEach(
              (path, value) -> {
                if (differing.contains(path)) {
                  label.append(", ").append(path).append(' ').append(flow(value));
                }
              });
      labels.put(block, label.toString());
    }
  }

  /** Where several values begin alike, a number made of all of it tells each from the others. */
  private static String label(String text, Map<String, Set<String>> values) {
    String beginning = beginning(text);
    boolean unique = values.getOrDefault(beginning, Set.of()).size() == 1;
    return unique ? beginning : beginning + " #" + Integer.toHexString(text.hashCode());
  }

  String of(JsonNode node) {
    return labels.getOrDefault(node, "");
  }

  /** A value on one line, as a flow of YAML. */
  static String flow(JsonNode node) {
    if (node.isObject()) {
      return node.properties().stream()
          .sorted(Map.Entry.comparingByKey(NaturalOrder.INSTANCE))
          .map(field -> field.getKey() + ": " + flow(field.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false)
            .map(Labels::flow)
            .collect(Collectors.joining(", ", "[", "]"))
        : node.asText().strip().replaceAll("\\s+", " ");
  }

  private static String beginning(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 9) + "…";
  }
}
