package org.lenetlab.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.lenetlab.app.config.model.Catalog;
import org.lenetlab.app.config.model.Category;
import org.lenetlab.app.config.model.FieldType;

/** Spells values in the words of an experiment file, for sentences and tables. */
public final class Spelling {
  private final Catalog catalog;
  private final Unbinder unbinder;

  @Inject
  public Spelling(Catalog catalog) {
    this.catalog = catalog;
    this.unbinder = new Unbinder(catalog);
  }

  /**
   * The name of a kind, and its keys with their values: {@code rbf-map, j 10, scale 1/84}.
   *
   * @param type what the kind extends, such as {@code Loss}
   */
  public <T> String of(Class<T> type, T value) {
    JsonNode tree = unbinder.tree(value, new FieldType.Named(catalog.category(type)));
    List<String> words = new ArrayList<>();
    if (tree.isTextual()) {
      words.add(tree.textValue());
    }
    tree.properties()
        .forEach(
            entry -> {
              String text = text(entry.getValue());
              words.add(entry.getKey().equals(Category.NAME) ? text : entry.getKey() + " " + text);
            });
    return String.join(", ", words);
  }

  private static String text(JsonNode value) {
    return value.isTextual()
        ? value.textValue()
        : value.toString().replace(",", ", ").replace('E', 'e'); // 1e-8, as files have it
  }
}
