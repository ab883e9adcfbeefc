package org.lenetlab.results.group;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lenetlab.results.store.Environment;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.text.Values;

/**
 * What a run was made with, as a tree that dotted paths such as {@code optimizer.learning-rate}
 * lead into; items of lists have their number or their name.
 */
final class Settings {
  /** What decides the figures; a change of one of them makes another group. */
  private final ObjectNode deciding;

  /** Its values by path. */
  private final Map<String, JsonNode> leaves;

  /** Where and as what it ran; also what a sweep calls its choices, which are no values of keys. */
  private final Map<String, JsonNode> circumstances;

  Settings(RunRecord run) {
    deciding = JsonNodeFactory.instance.objectNode();
    run.identity().experiment().properties().forEach(e -> deciding.set(e.getKey(), e.getValue()));
    deciding.put("device", run.identity().platform().device());
    deciding.put("backend", run.identity().platform().backend());
    leaves = leaves(deciding);
    circumstances = circumstances(run);
  }

  private static Map<String, JsonNode> circumstances(RunRecord run) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    Environment where = run.environment();
    Map<String, JsonNode> values = new TreeMap<>();
    values.put("experiment", nodes.textNode(run.experiment()));
    values.put("run", nodes.textNode(run.id()));
    values.put("seed", nodes.numberNode(run.identity().seed()));
    values.put("host", nodes.textNode(where.host()));
    values.put("cpu", nodes.textNode(where.cpu()));
    values.put("cores", nodes.numberNode(where.cores()));
    values.put("threads", nodes.numberNode(where.threads()));
    values.put("commit", nodes.textNode(where.commit()));
    values.put("parameters", nodes.numberNode(run.subject().parameters()));
    values.put("connections", nodes.numberNode(run.subject().connections()));
    run.axes().forEach((axis, label) -> values.putIfAbsent(axis, nodes.textNode(label)));
    return values;
  }

  /** The value or block at {@code path}; null if this run has none. */
  @Nullable JsonNode at(String path) {
    JsonNode decided = decided(path);
    return decided == null ? circumstances.get(path) : decided;
  }

  /** The value or block at {@code path} among what decides the figures; null if there is none. */
  @Nullable JsonNode decided(String path) {
    JsonNode node = deciding;
    for (String key : path.split("\\.", -1)) {
      node = child(node, key);
      if (node == null) {
        return null;
      }
    }
    return node;
  }

  private static @Nullable JsonNode child(JsonNode node, String key) {
    if (!node.isArray()) {
      return node.get(key);
    }
    if (key.matches("[0-9]{1,6}")) {
      return node.get(Integer.parseInt(key));
    }
    for (JsonNode item : node) {
      JsonNode named =
          item.size() == 1 && item.elements().next().isObject() ? item.elements().next() : item;
      if (named.path("name").asText().equals(key)) {
        return named;
      }
    }
    return null;
  }

  /** The values in {@code node} by path; lists are values, and so are schedules. */
  static Map<String, JsonNode> leaves(JsonNode node) {
    Map<String, JsonNode> leaves = new TreeMap<>();
    flatten("", node, leaves);
    return leaves;
  }

  private static void flatten(String path, JsonNode node, Map<String, JsonNode> into) {
    if (!Values.isOne(path.substring(path.lastIndexOf('.') + 1), node)) {
      node.properties()
          .forEach(
              field -> {
                String key = field.getKey();
                flatten(path.isEmpty() ? key : path + "." + key, field.getValue(), into);
              });
    } else {
      into.put(path, node);
    }
  }

  /** The values that decide the figures, by path. */
  Map<String, JsonNode> leaves() {
    return leaves;
  }

  /** All paths that lead to something in one of {@code settings}, blocks too. */
  static NavigableSet<String> paths(Collection<Settings> settings) {
    NavigableSet<String> paths = new TreeSet<>();
    for (Settings one : settings) {
      paths.addAll(one.circumstances.keySet());
      collect("", one.deciding, paths);
    }
    return paths;
  }

  private static void collect(String path, JsonNode block, Collection<String> into) {
    block
        .properties()
        .forEach(
            field -> {
              String below = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
              into.add(below);
              collect(below, field.getValue(), into);
            });
  }

  /**
   * The paths of values that are not the same in all of {@code settings}, without those that are
   * the same in all blocks of the same name.
   */
  static NavigableSet<String> varying(Collection<Settings> settings) {
    List<Map<String, JsonNode>> all = settings.stream().map(Settings::leaves).toList();
    NavigableSet<String> varying = differing(all);
    NavigableSet<String> reduced = new TreeSet<>(varying);
    reduced.removeIf(path -> followsFromName(path, varying, all));
    return reduced;
  }

  /** The paths of values that are not the same in {@code all}. */
  static NavigableSet<String> differing(List<Map<String, JsonNode>> all) {
    NavigableSet<String> differing = new TreeSet<>();
    for (Map<String, JsonNode> one : all) {
      one.forEach(
          (path, value) -> {
            if (!value.equals(all.getFirst().get(path))) {
              differing.add(path);
            }
          });
      all.getFirst().keySet().stream()
          .filter(path -> !one.containsKey(path))
          .forEach(differing::add);
    }
    return differing;
  }

  private static boolean followsFromName(
      String path, NavigableSet<String> varying, List<Map<String, JsonNode>> all) {
    String name = path.substring(0, path.lastIndexOf('.') + 1) + "name";
    if (path.equals(name) || !varying.contains(name)) {
      return false;
    }
    Map<Optional<JsonNode>, Optional<JsonNode>> byName = new HashMap<>();
    return all.stream()
        .allMatch(
            one -> {
              Optional<JsonNode> value = Optional.ofNullable(one.get(path));
              return byName
                  .computeIfAbsent(Optional.ofNullable(one.get(name)), _ -> value)
                  .equals(value);
            });
  }
}
