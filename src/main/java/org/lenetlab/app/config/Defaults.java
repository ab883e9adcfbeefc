package org.lenetlab.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lenetlab.app.config.model.Catalog;
import org.lenetlab.app.config.model.Field;

/** The values of keys that a file leaves out. Safe to use from several threads. */
final class Defaults {
  /** Stands for the absent value of an optional key. */
  static final Object NONE = new Object();

  private final Catalog catalog;
  private final Map<Field, Object> known = new ConcurrentHashMap<>();

  Defaults(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The default of {@code field}, or {@link #NONE} for an optional one. */
  Object of(Field field) {
    String text = field.defaultText();
    if (text == null) {
      return NONE;
    }
    Object value = known.get(field);
    if (value == null) {
      value = read(field, text);
      known.put(field, value);
    }
    return value;
  }

  /** What is written in a default; one that is no YAML is a bug. */
  static Tree tree(String field, String text) {
    List<Diagnostic> problems = new ArrayList<>();
    Tree tree = YamlParser.parse(Source.file("default of " + field, text), problems);
    if (tree == null || !problems.isEmpty()) {
      throw new IllegalStateException("the default of " + field + " is no YAML: " + problems);
    }
    return tree;
  }

  private Object read(Field field, String text) {
    List<Diagnostic> problems = new ArrayList<>();
    Tree normal =
        new Normalizer(catalog, new Forms(catalog))
            .normalize(tree(field.name(), text), field.type());
    return new Binder(catalog, this, Set.of(), problems)
        .bind(new Tree.Entry(normal.place(), normal), field.type())
        .orElseThrow(() -> new IllegalStateException("wrong default: " + field + problems));
  }
}
