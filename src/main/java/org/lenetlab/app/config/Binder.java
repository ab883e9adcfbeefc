package org.lenetlab.app.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lenetlab.api.optimizer.Schedule;
import org.lenetlab.api.spec.PerLayer;
import org.lenetlab.api.spec.SpecException;
import org.lenetlab.app.config.model.Catalog;
import org.lenetlab.app.config.model.Category;
import org.lenetlab.app.config.model.Category.Form;
import org.lenetlab.app.config.model.Field;
import org.lenetlab.app.config.model.FieldType;
import org.lenetlab.app.config.model.RecordModel;
import org.lenetlab.plugin.Kind;

/**
 * Makes records of a normalised tree, filling in defaults. A value that the schema has refused, or
 * that its record refuses, is left out together with all that it is part of; everything else is
 * bound, so that as many problems as possible are found in one go.
 */
final class Binder {
  private final Catalog catalog;
  private final Forms forms;
  private final Defaults defaults;
  private final Set<Tree> refused;
  private final List<Diagnostic> problems;

  /**
   * @param refused the values that the schema has refused, by identity
   * @param problems receives what the records refuse
   */
  Binder(Catalog catalog, Defaults defaults, Set<Tree> refused, List<Diagnostic> problems) {
    this.catalog = catalog;
    this.forms = new Forms(catalog);
    this.defaults = defaults;
    this.refused = refused;
    this.problems = problems;
  }

  /** The value at a place, or nothing where it is wrong. */
  Optional<Object> bind(Tree.Entry at, FieldType type) {
    if (type instanceof FieldType.AsWritten) {
      return Optional.of(at.value());
    }
    Optional<?> value =
        switch (at.value()) {
          case Tree.Scalar scalar ->
              refused.contains(scalar) ? Optional.empty() : scalar(scalar, type);
          case Tree.Sequence list -> list(list, type);
          case Tree.Mapping map -> map(at, map, type);
        };
    return refused.contains(at.value()) ? Optional.empty() : value.map(v -> v);
  }

  private Optional<Object> scalar(Tree.Scalar scalar, FieldType type) {
    return switch (type) {
      case FieldType.Switch _ -> Scalars.truth(scalar);
      case FieldType.Whole(var number) -> Scalars.number(scalar, number);
      case FieldType.Real(var number) -> Scalars.number(scalar, number);
      case FieldType.Text _ -> Optional.of(scalar.text());
      case FieldType.Choice choice -> Scalars.constant(scalar, choice);
      case FieldType.Parsed parsed -> parse(scalar, parsed);
      case FieldType.PerLayerOf(var element) -> scalar(scalar, element).map(PerLayer::all);
      case FieldType.Rates _ -> constantRate(scalar);
      case FieldType.Block _,
          FieldType.Named _,
          FieldType.AsWritten _,
          FieldType.ListOf _,
          FieldType.MapOf _ ->
          Optional.empty();
    };
  }

  private Optional<Object> constantRate(Tree.Scalar scalar) {
    Tree.Entry at = new Tree.Entry(scalar.place(), scalar);
    return Scalars.number(scalar, double.class)
        .flatMap(rate -> construct(at, Schedule.Constant.class, rate));
  }

  private Optional<Object> parse(Tree.Scalar scalar, FieldType.Parsed type) {
    try {
      return Optional.of(type.parse(scalar.text()));
    } catch (SpecException e) {
      e.problems().forEach(p -> problems.add(Diagnostic.error(scalar.place(), p.message(), "")));
      return Optional.empty();
    }
  }

  private Optional<Object> list(Tree.Sequence list, FieldType type) {
    if (!(type instanceof FieldType.ListOf(var element))) {
      return Optional.empty();
    }
    List<Object> values = new ArrayList<>();
    for (Tree item : list.items()) {
      bind(new Tree.Entry(item.place(), item), element).ifPresent(values::add);
    }
    return values.size() == list.items().size() ? Optional.of(values) : Optional.empty();
  }

  private Optional<?> map(Tree.Entry at, Tree.Mapping map, FieldType type) {
    return switch (type) {
      case FieldType.Block(var block) -> block(at, map, catalog.block(block));
      case FieldType.Named(var category) -> kind(at, map, category);
      case FieldType.MapOf(var key, var value) -> values(map, key, value);
      case FieldType.PerLayerOf(var element) -> perLayer(at, map, element);
      case FieldType.Rates(var schedules) -> schedule(at, map, schedules);
      case FieldType.Switch _,
          FieldType.Whole _,
          FieldType.Real _,
          FieldType.Text _,
          FieldType.Choice _,
          FieldType.Parsed _,
          FieldType.AsWritten _,
          FieldType.ListOf _ ->
          Optional.empty();
    };
  }

  private Optional<Map<Object, Object>> values(Tree.Mapping map, FieldType key, FieldType value) {
    Map<Object, Object> values = new LinkedHashMap<>();
    map.entries()
        .forEach(
            (name, entry) -> {
              Tree.Scalar written = Tree.Scalar.text(entry.keyPlace(), name);
              Optional<Object> bound = bind(entry, value);
              if (bound.isPresent() && !refused.contains(map)) {
                scalar(written, key).ifPresent(k -> values.put(k, bound.get()));
              }
            });
    return values.size() == map.entries().size() ? Optional.of(values) : Optional.empty();
  }

  private Optional<Object> perLayer(Tree.Entry at, Tree.Mapping map, FieldType element) {
    if (!forms.isByLayer(map, element)) {
      return bind(at, element).map(PerLayer::all);
    }
    return values(map, new FieldType.Text(), element)
        .map(
            values -> {
              Map<String, Object> byLayer = new LinkedHashMap<>();
              values.forEach((layer, value) -> byLayer.put((String) layer, value));
              Object common = byLayer.remove(PerLayer.DEFAULT_KEY);
              return new PerLayer<>(common, byLayer);
            });
  }

  private Optional<Object> schedule(Tree.Entry at, Tree.Mapping map, Category schedules) {
    if (forms.kindOf(map, schedules) != null) {
      return kind(at, map, schedules);
    }
    return values(map, new FieldType.Whole(int.class), new FieldType.Real(double.class))
        .flatMap(rates -> construct(at, Schedule.ByEpoch.class, rates));
  }

  private Optional<Object> kind(Tree.Entry at, Tree.Mapping map, Category category) {
    Kind<?> kind = forms.kindOf(map, category);
    if (kind == null) {
      return Optional.empty();
    }
    if (category.form() == Form.NAMED) {
      return block(at, map, catalog.keys(kind));
    }
    Tree.Entry inner = map.entry(kind.name());
    return bind(inner, new FieldType.Block(kind.type().asSubclass(Record.class)));
  }

  private Optional<Object> block(Tree.Entry at, Tree.Mapping map, RecordModel block) {
    List<Optional<Object>> arguments = new ArrayList<>();
    for (Field field : block.fields()) {
      arguments.add(argument(map, field));
    }
    Category category = block.flat();
    if (category != null) {
      arguments.add(block.flatComponent(), kind(at, map, category));
    }
    return refused.contains(map) ? Optional.empty() : assemble(at, block, arguments);
  }

  /** The record of a block whose components are bound, unless one of them is wrong. */
  Optional<Object> assemble(Tree.Entry at, RecordModel block, List<Optional<Object>> components) {
    return components.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : construct(
            at,
            block.type(),
            components.stream()
                .map(Optional::get)
                .map(value -> value == Defaults.NONE ? null : value)
                .toArray());
  }

  /** The value of a key, its default, or nothing where it is wrong. */
  Optional<Object> argument(Tree.Mapping map, Field field) {
    Tree.Entry entry = map.entries().get(field.name());
    if (entry == null || (entry.value().isNothing() && field.optional())) {
      return field.required() ? Optional.empty() : Optional.of(defaults.of(field));
    }
    return bind(entry, field.type());
  }

  private Optional<Object> construct(
      Tree.Entry at, Class<? extends Record> type, Object... arguments) {
    try {
      return Optional.of(Records.construct(type, arguments));
    } catch (SpecException e) {
      problems.addAll(Locator.locate(at, e));
      return Optional.empty();
    }
  }
}
