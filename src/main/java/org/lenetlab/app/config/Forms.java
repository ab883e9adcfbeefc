package org.lenetlab.app.config;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lenetlab.app.config.model.Catalog;
import org.lenetlab.app.config.model.Category;
import org.lenetlab.app.config.model.Category.Form;
import org.lenetlab.app.config.model.Field;
import org.lenetlab.app.config.model.FieldType;
import org.lenetlab.app.config.model.RecordModel;
import org.lenetlab.plugin.Kind;

/** Tells the forms apart in which an experiment file may write the same thing. */
final class Forms {
  private final Catalog catalog;

  Forms(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The kind that a map in full form names, or null where it names none that exists. */
  @Nullable Kind<?> kindOf(Tree.Mapping map, Category category) {
    String name = category.form() == Form.NAMED ? map.text(Category.NAME) : map.onlyKey();
    return name == null ? null : category.find(name);
  }

  /**
   * The keys that {@code map} may have: the block's own, and where its flat kind is known also
   * those of the kind.
   */
  RecordModel keys(Tree.Mapping map, RecordModel block) {
    Category flat = block.flat();
    Kind<?> kind = flat == null ? null : kindOf(map, flat);
    return kind == null ? block : block.with(catalog.keys(kind));
  }

  /**
   * The keys by which a map is known as one value for all layers: a map with none of them goes from
   * layers to values.
   */
  Set<String> reserved(FieldType element) {
    Set<String> keys = new HashSet<>();
    if (element instanceof FieldType.Named(Category category)) {
      keys.add(Category.NAME);
      keys.addAll(category.names());
    }
    if (element instanceof FieldType.Block(Class<? extends Record> type)) {
      RecordModel block = catalog.block(type);
      block.fields().forEach(field -> keys.add(field.name()));
      Field shorthand = block.shorthand();
      if (shorthand != null) {
        keys.addAll(reserved(shorthand.type()));
      }
    }
    return keys;
  }

  /** Whether a per-layer setting goes from layers to values. */
  boolean isByLayer(Tree tree, FieldType element) {
    return tree instanceof Tree.Mapping map
        && reserved(element).stream().noneMatch(map.entries()::containsKey);
  }
}
