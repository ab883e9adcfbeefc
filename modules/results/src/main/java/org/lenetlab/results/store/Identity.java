package org.lenetlab.results.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lenetlab.results.text.Values;

/**
 * All that a run's bits depend on. Two runs with the same identity are the same run; its hash names
 * the run's folder. Names, remarks, expectations and the number of repeats are not part of it.
 *
 * @param experiment the keys of the experiment file that decide bits
 * @param seed of this run
 */
public record Identity(JsonNode experiment, long seed, Platform platform, Inputs inputs) {
  private static final int SHORT = 12;

  /**
   * What computes the run.
   *
   * @param device after {@code auto} was resolved
   * @param backend its registered name
   * @param numerics the backend's number for its bits
   * @param threads the thread count, where the backend's bits depend on it, else null
   */
  public record Platform(String device, String backend, int numerics, @Nullable Integer threads) {}

  /**
   * The hashes of what the run reads.
   *
   * @param data of the dataset's images and labels
   * @param weights of the file of initial weights, or null
   * @param plugins of each jar that a third-party kind of the experiment comes from, by file name
   */
  public record Inputs(String data, @Nullable String weights, Map<String, String> plugins) {
    public Inputs {
      Objects.requireNonNull(plugins, "no plugins in the identity");
      plugins = Collections.unmodifiableSortedMap(new TreeMap<>(plugins));
    }
  }

  public Identity {
    Objects.requireNonNull(experiment, "no experiment in the identity");
    Objects.requireNonNull(platform, "no platform in the identity");
    Objects.requireNonNull(inputs, "no inputs in the identity");
  }

  /** The same with the experiment's keys given as JSON text. */
  public static Identity of(String experiment, long seed, Platform platform, Inputs inputs) {
    return new Identity(Json.parse(experiment), seed, platform, inputs);
  }

  /** The identity whose {@link #json} is {@code text}. */
  public static Identity parse(String text) {
    try {
      return Json.read(text, Identity.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not an identity: " + text, e);
    }
  }

  /** The whole as text, to travel. */
  public String json() {
    return Json.pretty(this);
  }

  /**
   * What another run has otherwise, by dotted path, as {@code 0.1, now 0.05}. The seed counts only
   * where nothing else differs.
   */
  public Map<String, String> differences(Identity now) {
    return differences(values(), now.values());
  }

  /** The same for the {@link #values} of two identities. */
  public static Map<String, String> differences(
      Map<String, String> before, Map<String, String> after) {
    Set<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    Map<String, String> differences = new LinkedHashMap<>();
    for (String path : paths) {
      String old = before.getOrDefault(path, "nothing");
      String other = after.getOrDefault(path, "nothing");
      if (!old.equals(other)) {
        differences.put(path, old + ", now " + other);
      }
    }
    if (differences.size() > 1) {
      differences.remove("seed");
    }
    return differences;
  }

  /** All that it consists of, by dotted path, such as {@code optimizer.learning-rate}. */
  public Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    flatten("", Json.parse(Json.canonical(this)), values);
    return values;
  }

  private static void flatten(String path, JsonNode node, Map<String, String> into) {
    if (!Values.isOne(path.substring(path.lastIndexOf('.') + 1), node)) {
      node.properties()
          .forEach(
              entry -> {
                String within = path.isEmpty() || path.equals("experiment") ? "" : path + ".";
                flatten(within + entry.getKey(), entry.getValue(), into);
              });
    } else {
      into.put(path, Values.text(node));
    }
  }

  /** SHA-256 of its canonical JSON, hexadecimal. */
  public String hash() {
    return Hashes.of(Json.canonical(this));
  }

  /** The first 12 digits of {@link #hash}: the name of the run's folder. */
  public String shortHash() {
    return hash().substring(0, SHORT);
  }
}
