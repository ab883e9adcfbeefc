package org.lenetlab.app.config.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lenetlab.plugin.Kind;

/** Kinds that stand at the same places, by name: all activations, all datasets. */
public final class Category {

  /** The key that names a block's kind. */
  public static final String NAME = "name";

  /** How the full form of a kind is written. */
  public enum Form {
    /** {@code {name: leaky-relu, slope: 0.1}}. */
    NAMED,
    /** {@code {conv: {name: C1, maps: 6}}}: the only key is the kind. */
    KEYED
  }

  private final Class<?> type;
  private final String noun;
  private final Form form;
  private final SortedMap<String, Kind<?>> kinds;

  Category(Class<?> type, String noun, Form form, Map<String, ? extends Kind<?>> kinds) {
    this.type = type;
    this.noun = noun;
    this.form = form;
    this.kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
    Map<Class<?>, String> nameOf = new HashMap<>();
    for (Kind<?> kind : this.kinds.values()) {
      if (form == Form.NAMED && hasName(kind.type())) {
        throw new IllegalStateException(
            kind.type().getName() + ": the key " + NAME + " tells the " + noun + "; rename it");
      }
      String other = nameOf.put(kind.type(), kind.name());
      if (other != null) {
        throw new IllegalStateException(
            kind.type().getName()
                + " is registered twice, as the "
                + noun
                + "s "
                + other
                + " and "
                + kind.name());
      }
    }
  }

  private static boolean hasName(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).anyMatch(c -> c.getName().equals(NAME));
  }

  /** What all its kinds implement. */
  public Class<?> type() {
    return type;
  }

  /** What messages call one of it: {@code activation}. */
  public String noun() {
    return noun;
  }

  public Form form() {
    return form;
  }

  /** The names of all kinds, sorted. */
  public List<String> names() {
    return List.copyOf(kinds.keySet());
  }

  /** All kinds, by name. */
  public List<Kind<?>> kinds() {
    return List.copyOf(kinds.values());
  }

  /** The kind called {@code name}, or null. */
  public @Nullable Kind<?> find(String name) {
    return kinds.get(name);
  }

  /** The kind that {@code value} is of. */
  public Kind<?> kindOf(Object value) {
    return kinds.values().stream()
        .filter(kind -> kind.type() == value.getClass())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a registered " + noun + ": " + value));
  }
}
