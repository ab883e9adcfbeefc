package org.lenetlab.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.lenetlab.app.config.model.Category;
import org.lenetlab.app.config.model.Written;

/** A value of an experiment file that knows where it was written. */
sealed interface Tree extends Written {

  Place place();

  /** A map; its keys are text, whatever they look like. */
  record Mapping(Place place, Map<String, Entry> entries) implements Tree {

    /** A map of nothing, written nowhere. */
    static Mapping empty() {
      return new Mapping(Place.of(""), Map.of());
    }

    /** A map of one entry, written where the entry is. */
    static Mapping of(String key, Place keyPlace, Tree value) {
      Map<String, Entry> entries = new LinkedHashMap<>();
      entries.put(key, new Entry(keyPlace, value));
      return new Mapping(keyPlace, entries);
    }

    /** What stands under a key that is there. */
    Entry entry(String key) {
      return Objects.requireNonNull(entries.get(key), key);
    }

    /** Where the value of a key stands, or the map where the key is not there. */
    Place place(String key) {
      return entries.containsKey(key) ? entry(key).place() : place;
    }

    @Nullable Tree get(String key) {
      Entry entry = entries.get(key);
      return entry == null ? null : entry.value();
    }

    /** The text under {@code key}, or null where there is none. */
    @Nullable String text(String key) {
      Tree value = get(key);
      return value == null ? null : value.asText();
    }

    /** The only key, or null where there are none or several. */
    @Nullable String onlyKey() {
      return entries.size() == 1 ? entries.keySet().iterator().next() : null;
    }

    /** Whether it was written as a bare value: its only key stands where the value does. */
    boolean isBare() {
      return entries.size() == 1
          && entries.values().stream().allMatch(e -> e.keyPlace().equals(e.value().place()));
    }

    /** The value of the only key, or null where there are none or several. */
    @Nullable Tree onlyValue() {
      return entries.size() == 1 ? entries.values().iterator().next().value() : null;
    }

    /** A copy to change, in the same order. */
    Map<String, Entry> copy() {
      return new LinkedHashMap<>(entries);
    }

    /** The same map with another value under a key that is there. */
    Mapping with(String key, Tree value) {
      Map<String, Entry> changed = copy();
      changed.put(key, new Entry(entry(key).keyPlace(), value));
      return new Mapping(place, changed);
    }

    /** The same map without a key. */
    Mapping without(String key) {
      Map<String, Entry> rest = copy();
      rest.remove(key);
      return new Mapping(place, rest);
    }

    /** The same map with every value replaced. */
    Mapping map(BiFunction<String, Tree, Tree> change) {
      Map<String, Entry> changed = copy();
      changed.replaceAll(
          (key, entry) -> new Entry(entry.keyPlace(), change.apply(key, entry.value())));
      return new Mapping(place, changed);
    }
  }

  /** A value in a map, with the place of its key. */
  record Entry(Place keyPlace, Tree value) {

    /** What a message about the value points at: a scalar itself, the key of anything larger. */
    Place place() {
      return value instanceof Scalar ? value.place() : keyPlace;
    }
  }

  record Sequence(Place place, List<Tree> items) implements Tree {

    /** The index of the item with a number, counted from 0, or a name; -1 where there is none. */
    int indexOf(String key) {
      if (key.matches("[0-9]{1,6}")) {
        int index = Integer.parseInt(key);
        return index < items.size() ? index : -1;
      }
      for (int i = 0; i < items.size(); i++) {
        if (key.equals(nameOf(items.get(i)))) {
          return i;
        }
      }
      return -1;
    }

    private static @Nullable String nameOf(Tree item) {
      if (!(item instanceof Mapping map)) {
        return null;
      }
      return map.onlyValue() instanceof Mapping inner
          ? inner.text(Category.NAME)
          : map.text(Category.NAME);
    }
  }

  record Scalar(Place place, Kind kind, String text) implements Tree {
    static Scalar text(Place place, String text) {
      return new Scalar(place, Kind.TEXT, text);
    }

    Scalar as(Kind other) {
      return new Scalar(place, other, text);
    }
  }

  /** Whether nothing stands there, as in {@code key:} alone. */
  default boolean isNothing() {
    return this instanceof Scalar scalar && scalar.kind == Kind.NOTHING;
  }

  /** The text that this is, or null where it is something else. */
  default @Nullable String asText() {
    return this instanceof Scalar scalar && scalar.kind == Kind.TEXT ? scalar.text : null;
  }

  /** What a scalar is, by its spelling. */
  enum Kind {
    TEXT,
    WHOLE,
    REAL,
    SWITCH,
    NOTHING
  }
}
