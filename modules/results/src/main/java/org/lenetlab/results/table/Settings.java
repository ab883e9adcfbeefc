package org.lenetlab.results.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.lenetlab.results.store.Identity;
import org.lenetlab.results.store.RunRecord;

/** What a run was made with, by dotted path, such as {@code optimizer.learning-rate}. */
final class Settings {
  private Settings() {}

  /** All settings of a run but its seed. */
  static Map<String, String> of(RunRecord run) {
    Map<String, String> settings = new TreeMap<>();
    Identity identity = run.identity();
    flatten("", identity.experiment(), settings);
    settings.put("device", identity.platform().device());
    settings.put("backend", identity.platform().backend());
    return settings;
  }

  private static void flatten(String path, JsonNode node, Map<String, String> into) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              field -> {
                String key = field.getKey();
                flatten(path.isEmpty() ? key : path + "." + key, field.getValue(), into);
              });
    } else {
      into.put(path, node.isValueNode() ? node.asText() : node.toString());
    }
  }

  /** The paths whose values differ among runs of the same experiment. */
  static Set<String> varying(Collection<RunRecord> runs) {
    Map<String, Map<String, String>> first = new HashMap<>();
    Set<String> varying = new LinkedHashSet<>();
    for (RunRecord run : runs) {
      Map<String, String> settings = of(run);
      Map<String, String> other = first.putIfAbsent(run.experiment(), settings);
      if (other != null) {
        for (Map<String, String> side : List.of(settings, other)) {
          side.keySet().stream()
              .filter(path -> !Objects.equals(settings.get(path), other.get(path)))
              .forEach(varying::add);
        }
      }
    }
    return varying;
  }
}
