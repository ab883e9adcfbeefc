package org.lenetlab.app.config;

import java.util.List;
import java.util.Map;
import org.lenetlab.app.config.model.Catalog;
import org.lenetlab.app.config.model.Category;
import org.lenetlab.app.config.model.Category.Form;
import org.lenetlab.app.config.model.Field;
import org.lenetlab.app.config.model.FieldType;
import org.lenetlab.app.config.model.RecordModel;
import org.lenetlab.plugin.Kind;

/**
 * Brings the short forms of an experiment file into the full one: {@code relu} to {@code {name:
 * relu}}, {@code dropout: 0.5} to {@code dropout: {rate: 0.5}}. What it does not understand it
 * leaves as it is, for the schema to complain about.
 */
final class Normalizer {
  private final Catalog catalog;
  private final Forms forms;

  Normalizer(Catalog catalog, Forms forms) {
    this.catalog = catalog;
    this.forms = forms;
  }

  Tree normalize(Tree tree, FieldType type) {
    return switch (type) {
      case FieldType.Switch _, FieldType.Whole _, FieldType.Real _, FieldType.AsWritten _ -> tree;
      case FieldType.Text _, FieldType.Choice _, FieldType.Parsed _ -> text(tree);
      case FieldType.Block(var block) -> block(tree, catalog.block(block));
      case FieldType.Named(var category) -> named(tree, category);
      case FieldType.ListOf(var element) -> list(tree, element);
      case FieldType.MapOf(_, var value) -> values(tree, value);
      case FieldType.PerLayerOf(var element) ->
          forms.isByLayer(tree, element) ? values(tree, element) : normalize(tree, element);
      case FieldType.Rates(var schedules) -> keyed(tree, schedules);
    };
  }

  /** A number or truth value where text belongs is text: {@code name: 1998}. */
  private static Tree text(Tree tree) {
    return tree instanceof Tree.Scalar scalar && !scalar.isNothing()
        ? scalar.as(Tree.Kind.TEXT)
        : tree;
  }

  private Tree block(Tree tree, RecordModel block) {
    if (tree instanceof Tree.Mapping map) {
      return stands(map, block) ? fields(map, forms.keys(map, block)) : shorthand(tree, block);
    }
    if (block.flat() != null && tree.asText() != null) {
      return Tree.Mapping.of(Category.NAME, tree.place(), tree);
    }
    return tree.isNothing() ? tree : shorthand(tree, block);
  }

  /** Whether a map is the block itself, and not a value in full form of its shorthand. */
  private boolean stands(Tree.Mapping map, RecordModel block) {
    Field shorthand = block.shorthand();
    return shorthand == null
        || map.entries().keySet().stream().anyMatch(key -> block.field(key) != null)
        || map.entries().keySet().stream().noneMatch(forms.reserved(shorthand.type())::contains);
  }

  private Tree shorthand(Tree tree, RecordModel block) {
    Field shorthand = block.shorthand();
    return shorthand == null
        ? tree
        : Tree.Mapping.of(shorthand.name(), tree.place(), normalize(tree, shorthand.type()));
  }

  private Tree.Mapping fields(Tree.Mapping map, RecordModel block) {
    return map.map(
        (key, value) -> {
          Field field = block.field(key);
          return field == null ? value : normalize(value, field.type());
        });
  }

  private Tree named(Tree tree, Category category) {
    return category.form() == Form.KEYED ? keyed(tree, category) : nameInside(tree, category);
  }

  private Tree nameInside(Tree tree, Category category) {
    if (tree.asText() != null) {
      return Tree.Mapping.of(Category.NAME, tree.place(), tree);
    }
    if (!(tree instanceof Tree.Mapping map)) {
      return tree;
    }
    String only = map.onlyKey();
    Kind<?> outside = only == null ? null : category.find(only);
    if (outside != null) {
      return keyMovedInside(outside.name(), map.entry(outside.name()), catalog.keys(outside));
    }
    Kind<?> kind = forms.kindOf(map, category);
    return kind == null ? map : fields(map, catalog.keys(kind));
  }

  private Tree keyMovedInside(String name, Tree.Entry entry, RecordModel keys) {
    Place place = entry.keyPlace();
    if (!(inner(entry.value(), keys) instanceof Tree.Mapping inner)) {
      return Tree.Mapping.of(name, place, entry.value());
    }
    Tree.Mapping named = Tree.Mapping.of(Category.NAME, place, Tree.Scalar.text(place, name));
    Map<String, Tree.Entry> entries = named.copy();
    inner.entries().forEach(entries::putIfAbsent);
    return new Tree.Mapping(place, entries);
  }

  private Tree keyed(Tree tree, Category category) {
    String name = tree.asText();
    if (name != null && category.find(name) != null) {
      return Tree.Mapping.of(name, tree.place(), new Tree.Mapping(tree.place(), Map.of()));
    }
    if (!(tree instanceof Tree.Mapping map)) {
      return tree;
    }
    Kind<?> kind = forms.kindOf(map, category);
    return kind == null ? map : map.map((_, value) -> inner(value, catalog.keys(kind)));
  }

  /** The keys of a kind that is named outside: a map, the shorthand, or nothing at all. */
  private Tree inner(Tree tree, RecordModel keys) {
    return tree.isNothing() ? new Tree.Mapping(tree.place(), Map.of()) : block(tree, keys);
  }

  private Tree list(Tree tree, FieldType element) {
    return switch (tree) {
      case Tree.Sequence(var place, var items) ->
          new Tree.Sequence(place, items.stream().map(item -> normalize(item, element)).toList());
      case Tree.Mapping map -> values(map, element); // to be laid over single items
      case Tree.Scalar scalar when element.isScalar() && !scalar.isNothing() ->
          new Tree.Sequence(scalar.place(), List.of(normalize(scalar, element)));
      case Tree.Scalar scalar -> scalar;
    };
  }

  private Tree values(Tree tree, FieldType type) {
    return tree instanceof Tree.Mapping map ? map.map((_, value) -> normalize(value, type)) : tree;
  }
}
