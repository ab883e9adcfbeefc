package org.lenetlab.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.spec.PerLayer;
import org.lenetlab.app.config.model.Catalog;
import org.lenetlab.app.config.model.Category;
import org.lenetlab.app.config.model.Category.Form;
import org.lenetlab.app.config.model.Field;
import org.lenetlab.app.config.model.FieldType;
import org.lenetlab.app.config.model.RecordModel;
import org.lenetlab.plugin.Kind;

/**
 * Lays one normalised tree over another: maps merge, all else is replaced. A map over a list
 * changes the items that its keys number or name. Where the upper tree names another kind, only
 * those keys of the lower one remain that the new kind has too; the others are noted as dropped.
 */
final class Merger {
  private final Catalog catalog;
  private final Forms forms;
  private final List<Diagnostic> problems;
  private final List<Diagnostic> dropped = new ArrayList<>();

  Merger(Catalog catalog, Forms forms, List<Diagnostic> problems) {
    this.catalog = catalog;
    this.forms = forms;
    this.problems = problems;
  }

  /** What was left out so far because a kind changed. */
  List<Diagnostic> dropped() {
    return dropped;
  }

  Tree merge(Tree lower, Tree upper, FieldType type) {
    if (type instanceof FieldType.PerLayerOf(var element)) {
      return perLayer(lower, upper, element);
    }
    if (!(upper instanceof Tree.Mapping over)) {
      return upper;
    }
    if (type instanceof FieldType.ListOf(var element) && lower instanceof Tree.Sequence list) {
      return patch(list, over, element);
    }
    if (!(lower instanceof Tree.Mapping under)) {
      return upper;
    }
    return switch (type) {
      case FieldType.Block(var block) -> block(under, over, catalog.block(block));
      case FieldType.Named(var category) -> kinds(under, over, category);
      case FieldType.Rates(var schedules) -> rates(under, over, schedules);
      case FieldType.MapOf(_, var value) -> entries(under, over, _ -> value);
      case FieldType.Switch _,
          FieldType.Whole _,
          FieldType.Real _,
          FieldType.Text _,
          FieldType.Choice _,
          FieldType.Parsed _,
          FieldType.AsWritten _,
          FieldType.ListOf _,
          FieldType.PerLayerOf _ ->
          upper;
    };
  }

  private interface Types {
    @Nullable FieldType of(String key);
  }

  private Tree.Mapping entries(Tree.Mapping under, Tree.Mapping over, Types types) {
    Map<String, Tree.Entry> result = under.copy();
    over.entries()
        .forEach(
            (key, upper) -> {
              Tree.Entry lower = under.entries().get(key);
              FieldType type = types.of(key);
              result.put(
                  key,
                  lower == null || type == null
                      ? upper
                      : new Tree.Entry(
                          upper.keyPlace(), merge(lower.value(), upper.value(), type)));
            });
    return new Tree.Mapping(over.place(), result);
  }

  private Tree.Mapping fields(Tree.Mapping under, Tree.Mapping over, RecordModel keys) {
    return entries(
        under,
        over,
        key -> {
          Field field = keys.field(key);
          return field == null ? null : field.type();
        });
  }

  private Tree block(Tree.Mapping under, Tree.Mapping over, RecordModel block) {
    Category flat = block.flat();
    if (flat == null && over.isBare()) {
      return over;
    }
    return flat == null ? fields(under, over, block) : named(under, over, flat, block);
  }

  private Tree kinds(Tree.Mapping under, Tree.Mapping over, Category category) {
    return category.form() == Form.KEYED
        ? keyed(under, over, category)
        : named(under, over, category, null);
  }

  /** Kinds with their name inside; {@code block} has the keys that do not depend on the kind. */
  private Tree named(
      Tree.Mapping under, Tree.Mapping over, Category category, @Nullable RecordModel block) {
    Kind<?> before = forms.kindOf(under, category);
    Kind<?> after = over.get(Category.NAME) == null ? before : forms.kindOf(over, category);
    if (after == null) {
      return entries(under, over, _ -> null);
    }
    RecordModel keys = catalog.keys(after);
    RecordModel all = block == null ? keys : block.with(keys);
    boolean changed = before != null && !after.equals(before);
    return fields(
        changed ? without(under, all, after, over.place(Category.NAME)) : under, over, all);
  }

  private Tree keyed(Tree.Mapping under, Tree.Mapping over, Category category) {
    Kind<?> before = forms.kindOf(under, category);
    if (before == null || !(under.get(before.name()) instanceof Tree.Mapping inner)) {
      return over;
    }
    Kind<?> after = forms.kindOf(over, category);
    if (after == null) { // the keys alone, as in --set layers.0.kernel=3
      return under.with(before.name(), fields(inner, over, catalog.keys(before)));
    }
    if (!(over.get(after.name()) instanceof Tree.Mapping upper)) {
      return over;
    }
    RecordModel keys = catalog.keys(after);
    Tree.Mapping kept = after.equals(before) ? inner : without(inner, keys, after, over.place());
    return over.with(after.name(), fields(kept, upper, keys));
  }

  /** The keys of {@code under} that {@code kind} has too. */
  private Tree.Mapping without(
      Tree.Mapping under, RecordModel keys, Kind<?> kind, Place changedAt) {
    Map<String, Tree.Entry> kept = under.copy();
    kept.keySet().removeIf(key -> keys.field(key) == null && !key.equals(Category.NAME));
    List<String> left =
        under.entries().keySet().stream().filter(key -> !kept.containsKey(key)).toList();
    if (!left.isEmpty()) {
      dropped.add(
          Diagnostic.note(
              changedAt,
              kind.name() + " has no " + String.join(", ", left) + ": left out",
              "as given in " + under.entry(left.getFirst()).keyPlace()));
    }
    return new Tree.Mapping(under.place(), kept);
  }

  private Tree rates(Tree.Mapping under, Tree.Mapping over, Category schedules) {
    Kind<?> before = forms.kindOf(under, schedules);
    Kind<?> after = forms.kindOf(over, schedules);
    if (before != null && before.equals(after)) {
      return keyed(under, over, schedules);
    }
    return before == null && after == null ? entries(under, over, _ -> null) : over;
  }

  private Tree perLayer(Tree lower, Tree upper, FieldType element) {
    boolean lowerByLayer = forms.isByLayer(lower, element);
    if (!forms.isByLayer(upper, element)) {
      return lowerByLayer ? upper : merge(lower, upper, element);
    }
    Tree.Mapping under =
        lowerByLayer
            ? (Tree.Mapping) lower
            : Tree.Mapping.of(PerLayer.DEFAULT_KEY, lower.place(), lower);
    return entries(under, (Tree.Mapping) upper, _ -> element);
  }

  /** Changes the items that the keys of {@code over} number or name. */
  private Tree patch(Tree.Sequence list, Tree.Mapping over, FieldType element) {
    List<Tree> items = new ArrayList<>(list.items());
    over.entries()
        .forEach(
            (key, change) -> {
              int index = list.indexOf(key);
              if (index < 0) {
                problems.add(
                    Diagnostic.error(
                        change.keyPlace(),
                        "there is no item " + key,
                        "the list has " + items.size() + ", counted from 0"));
              } else {
                items.set(index, merge(items.get(index), change.value(), element));
              }
            });
    return new Tree.Sequence(list.place(), items);
  }
}
