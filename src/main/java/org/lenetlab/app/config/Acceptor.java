package org.lenetlab.app.config;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.spec.Matches;
import org.lenetlab.app.config.model.Catalog;
import org.lenetlab.app.config.model.Category;
import org.lenetlab.app.config.model.Category.Form;
import org.lenetlab.app.config.model.Field;
import org.lenetlab.app.config.model.FieldType;
import org.lenetlab.app.config.model.RecordModel;
import org.lenetlab.plugin.Kind;

/**
 * Accepts normalised trees that the schema has nothing to say about. Most files are right, and to
 * find that out by the schema takes a tenth of a second, mostly to make the schema. What is not
 * accepted is not wrong yet: of that the schema decides, and says what is wrong with it.
 */
final class Acceptor {
  private final Catalog catalog;
  private final Forms forms;

  Acceptor(Catalog catalog, Forms forms) {
    this.catalog = catalog;
    this.forms = forms;
  }

  /** Whether a block is certainly right. */
  boolean accepts(Tree tree, RecordModel block) {
    return tree instanceof Tree.Mapping map && block(map, block, List.of());
  }

  /**
   * @param others keys of the map that are not the block's, and are right
   */
  private boolean block(Tree.Mapping map, RecordModel block, List<String> others) {
    if (block.flat() != null) {
      Kind<?> kind = forms.kindOf(map, block.flat());
      return kind != null && fields(map, block.with(catalog.keys(kind)), List.of(Category.NAME));
    }
    return fields(map, block, others);
  }

  private boolean fields(Tree.Mapping map, RecordModel block, List<String> others) {
    List<Field> fields = block.fields();
    return map.entries().keySet().stream()
            .allMatch(key -> others.contains(key) || block.field(key) != null)
        && fields.stream().allMatch(field -> field(map.get(field.name()), field));
  }

  private boolean field(@Nullable Tree value, Field field) {
    if (value == null) {
      return !field.required();
    }
    return (value.isNothing() && field.optional())
        || (spelt(value, field.spelling()) && value(value, field.type(), field));
  }

  private static boolean spelt(Tree value, @Nullable Matches spelling) {
    String text = value.asText();
    return spelling == null || (text != null && text.matches(spelling.value()));
  }

  /**
   * @param field holds the range of all numbers in the value
   */
  private boolean value(Tree tree, FieldType type, Field field) {
    return switch (tree) {
      case Tree.Scalar scalar -> scalar(scalar, type, field);
      case Tree.Sequence(_, var items) ->
          type instanceof FieldType.AsWritten
              || (type instanceof FieldType.ListOf(var element)
                  && items.stream().allMatch(item -> value(item, element, field)));
      case Tree.Mapping map -> map(map, type, field);
    };
  }

  private boolean scalar(Tree.Scalar scalar, FieldType type, Field field) {
    return switch (type) {
      case FieldType.Switch _ -> scalar.kind() == Tree.Kind.SWITCH;
      case FieldType.Whole whole ->
          isNumber(scalar, field)
              && scalar.kind() == Tree.Kind.WHOLE
              && Scalars.number(scalar, whole.type()).isPresent();
      case FieldType.Real _ -> isNumber(scalar, field);
      case FieldType.Text _, FieldType.Parsed _ -> scalar.kind() == Tree.Kind.TEXT;
      case FieldType.Choice choice -> choice.names().contains(scalar.asText());
      case FieldType.PerLayerOf(var element) -> scalar(scalar, element, field);
      case FieldType.Rates _ -> isRate(scalar);
      case FieldType.AsWritten _ -> true;
      case FieldType.Block _, FieldType.Named _, FieldType.ListOf _, FieldType.MapOf _ -> false;
    };
  }

  private static boolean isNumber(Tree.Scalar scalar, Field field) {
    if (scalar.kind() != Tree.Kind.WHOLE && scalar.kind() != Tree.Kind.REAL) {
      return false;
    }
    double number = Double.parseDouble(scalar.text());
    return Double.isFinite(number)
        && (field.range() == null
            || (number >= field.range().min()
                && number <= field.range().max()
                && number > field.range().above()
                && number < field.range().below()));
  }

  private static boolean isRate(Tree tree) {
    return tree instanceof Tree.Scalar scalar
        && (scalar.kind() == Tree.Kind.WHOLE || scalar.kind() == Tree.Kind.REAL)
        && Double.parseDouble(scalar.text()) > 0;
  }

  private boolean map(Tree.Mapping map, FieldType type, Field field) {
    return switch (type) {
      case FieldType.Block(var block) -> accepts(map, catalog.block(block));
      case FieldType.Named(var category) -> kind(map, category);
      case FieldType.MapOf(var key, var value) ->
          (key instanceof FieldType.Text || haveNumbers(map))
              && values(map).allMatch(each -> value(each, value, field));
      case FieldType.PerLayerOf(var element) ->
          forms.isByLayer(map, element)
              ? values(map).allMatch(each -> value(each, element, field))
              : value(map, element, field);
      case FieldType.Rates(var schedules) ->
          haveNumbers(map) ? values(map).allMatch(Acceptor::isRate) : kind(map, schedules);
      case FieldType.AsWritten _ -> true;
      case FieldType.Switch _,
          FieldType.Whole _,
          FieldType.Real _,
          FieldType.Text _,
          FieldType.Choice _,
          FieldType.Parsed _,
          FieldType.ListOf _ ->
          false;
    };
  }

  private boolean kind(Tree.Mapping map, Category category) {
    Kind<?> kind = forms.kindOf(map, category);
    if (kind == null) {
      return false;
    }
    RecordModel keys = catalog.keys(kind);
    return category.form() == Form.NAMED
        ? block(map, keys, List.of(Category.NAME))
        : map.onlyValue() instanceof Tree.Mapping inner && block(inner, keys, List.of());
  }

  private static Stream<Tree> values(Tree.Mapping map) {
    return map.entries().values().stream().map(Tree.Entry::value);
  }

  private static boolean haveNumbers(Tree.Mapping map) {
    Map<String, Tree.Entry> entries = map.entries();
    return !entries.isEmpty() && entries.keySet().stream().allMatch(key -> key.matches("[0-9]+"));
  }
}
