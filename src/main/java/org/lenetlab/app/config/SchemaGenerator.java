package org.lenetlab.app.config;

import static org.lenetlab.app.config.SchemaNodes.choose;
import static org.lenetlab.app.config.SchemaNodes.describe;
import static org.lenetlab.app.config.SchemaNodes.node;
import static org.lenetlab.app.config.SchemaNodes.not;
import static org.lenetlab.app.config.SchemaNodes.oneOf;
import static org.lenetlab.app.config.SchemaNodes.ranged;
import static org.lenetlab.app.config.SchemaNodes.spell;
import static org.lenetlab.app.config.SchemaNodes.typed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.api.spec.Range;
import org.lenetlab.app.config.model.Catalog;
import org.lenetlab.app.config.model.Category;
import org.lenetlab.app.config.model.Category.Form;
import org.lenetlab.app.config.model.Field;
import org.lenetlab.app.config.model.FieldType;
import org.lenetlab.app.config.model.Names;
import org.lenetlab.app.config.model.RecordModel;
import org.lenetlab.plugin.Kind;

/**
 * Generates the JSON schema of an experiment file. It accepts every form that a file may be written
 * in, so that editors can use it. Alternatives are told apart by if/then/else and never tried one
 * after the other, so that a validator complains about the one that was meant.
 */
final class SchemaGenerator {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final String WHOLE_NUMBER = "^[0-9]+$";

  private final Catalog catalog;
  private final Forms forms;
  private final Map<String, ObjectNode> definitions = new TreeMap<>();
  private final Map<Class<?>, String> namesOfBlocks = new HashMap<>();

  private SchemaGenerator(Catalog catalog, Forms forms) {
    this.catalog = catalog;
    this.forms = forms;
  }

  static ObjectNode generate(Catalog catalog, Forms forms) {
    return new SchemaGenerator(catalog, forms).root();
  }

  private ObjectNode root() {
    ObjectNode root = node().put("$schema", DIALECT).put("title", "experiment");
    root.setAll(object(catalog.block(Experiment.class)));
    root.withObject("/properties")
        .putObject(FileLoader.EXTENDS)
        .put("type", "string")
        .put("description", "another file, over which this one is laid");
    root.withObject("/properties").set(Layering.SWEEP, block(catalog.block(SweepBlock.class)));
    definitions.forEach(root.putObject("$defs")::set);
    return root;
  }

  /** The schema of the sweep of a file whose other keys are checked in each trial. */
  static ObjectNode sweep(Catalog catalog, Forms forms) {
    SchemaGenerator generator = new SchemaGenerator(catalog, forms);
    ObjectNode root = typed("object");
    root.putObject("properties")
        .set(Layering.SWEEP, generator.block(catalog.block(SweepBlock.class)));
    generator.definitions.forEach(root.putObject("$defs")::set);
    return root;
  }

  private ObjectNode of(FieldType type, @Nullable Range range) {
    return switch (type) {
      case FieldType.Switch _ -> node().put("type", "boolean");
      case FieldType.Whole whole ->
          ranged(node().put("type", "integer"), range, whole.smallest(), whole.largest());
      case FieldType.Real _ -> ranged(node().put("type", "number"), range, null, null);
      case FieldType.Text _ -> typed("string", "number", "boolean");
      case FieldType.Choice choice -> oneOf(choice.names());
      case FieldType.Parsed _ -> typed("string", "number");
      case FieldType.Block(var block) -> block(catalog.block(block));
      case FieldType.Named(var category) -> reference(category.noun(), () -> named(category));
      case FieldType.AsWritten _ -> node();
      case FieldType.ListOf(var element) -> list(element, range);
      case FieldType.MapOf(var key, var value) -> map(key, of(value, range));
      case FieldType.PerLayerOf(var element) -> perLayer(element, range);
      case FieldType.Rates(var schedules) -> reference("learning-rate", () -> rates(schedules));
    };
  }

  private ObjectNode list(FieldType element, @Nullable Range range) {
    ObjectNode list = node().put("type", "array");
    list.set("items", of(element, range));
    return element.isScalar()
        ? choose(typed("array", "object", "null"), list, of(element, range))
        : list;
  }

  private static ObjectNode map(FieldType key, ObjectNode value) {
    ObjectNode map = node().put("type", "object");
    if (key instanceof FieldType.Whole) {
      map.putObject("propertyNames").put("pattern", WHOLE_NUMBER);
    }
    map.set("additionalProperties", value);
    return map;
  }

  private ObjectNode perLayer(FieldType element, @Nullable Range range) {
    ObjectNode byLayer = node().put("type", "object");
    byLayer.set("propertyNames", not(oneOf(forms.reserved(element).stream().sorted().toList())));
    return choose(byLayer, map(new FieldType.Text(), of(element, range)), of(element, range));
  }

  private ObjectNode rates(Category schedules) {
    ObjectNode rate = node().put("type", "number").put("exclusiveMinimum", 0);
    ObjectNode words = node().put("minProperties", 1);
    words.set("propertyNames", not(node().put("pattern", WHOLE_NUMBER)));
    ObjectNode table = map(new FieldType.Whole(int.class), rate);
    return choose(typed("object"), choose(words, keyed(schedules), table), rate.deepCopy());
  }

  private ObjectNode block(RecordModel block) {
    String name = namesOfBlocks.computeIfAbsent(block.type(), this::freeName);
    return reference(name, () -> blockOrShorthand(block));
  }

  private String freeName(Class<?> type) {
    String name = Names.ofComponent(type.getSimpleName());
    boolean taken =
        namesOfBlocks.containsValue(name)
            || catalog.categories().stream().anyMatch(category -> category.noun().equals(name));
    return taken ? type.getName() : name;
  }

  private ObjectNode blockOrShorthand(RecordModel block) {
    Category flat = block.flat();
    if (flat != null) {
      return choose(typed("string"), names(flat), flatObject(block, flat));
    }
    Field shorthand = block.shorthand();
    if (shorthand == null) {
      return object(block);
    }
    ObjectNode own = node();
    own.set("propertyNames", not(oneOf(block.fields().stream().map(Field::name).toList())));
    ObjectNode foreign = node();
    foreign.set(
        "propertyNames", not(oneOf(forms.reserved(shorthand.type()).stream().sorted().toList())));
    ObjectNode stands = typed("object");
    stands.putArray("anyOf").add(not(own)).add(foreign);
    return choose(stands, object(block), of(shorthand.type(), shorthand.range()));
  }

  /** A block whose keys are all known. */
  private ObjectNode object(RecordModel block) {
    ObjectNode schema = node().put("type", "object");
    describe(schema, Catalog.doc(block.type()));
    properties(schema, block);
    return schema.put("additionalProperties", false);
  }

  private void properties(ObjectNode schema, RecordModel block) {
    ObjectNode properties = schema.putObject("properties");
    for (Field field : block.fields()) {
      ObjectNode value = of(field.type(), field.range());
      describe(value, field.doc());
      spell(value, field.spelling());
      if (field.defaultText() != null) {
        value.set("default", Trees.json(Defaults.tree(field.name(), field.defaultText())));
      }
      properties.set(field.name(), field.optional() ? choose(typed("null"), node(), value) : value);
    }
    List<String> required =
        block.fields().stream().filter(Field::required).map(Field::name).toList();
    if (!required.isEmpty()) {
      required.forEach(schema.putArray("required")::add);
    }
  }

  /** A block with a flat kind: closed as soon as the kind is known. */
  private ObjectNode flatObject(RecordModel block, Category flat) {
    ObjectNode schema = node().put("title", flat.noun()).put("type", "object");
    properties(schema, block);
    schema.withObject("/properties").set(Category.NAME, names(flat));
    schema.withArray("/required").insert(0, Category.NAME);
    byName(schema, flat, kind -> flatKind(block, kind));
    return schema;
  }

  private ObjectNode flatKind(RecordModel block, Kind<?> kind) {
    ObjectNode schema = bodyOf(kind);
    block.fields().forEach(field -> schema.withObject("/properties").putObject(field.name()));
    return schema;
  }

  private ObjectNode named(Category category) {
    ObjectNode full = node();
    full.putObject("properties").set(Category.NAME, names(category));
    byName(full, category, this::bodyOf);
    ObjectNode hasName = typed("object");
    hasName.putArray("required").add(Category.NAME);
    return choose(typed("string"), names(category), choose(hasName, full, keyed(category)));
  }

  private interface Body {
    ObjectNode of(Kind<?> kind);
  }

  private void byName(ObjectNode schema, Category category, Body body) {
    for (Kind<?> kind : category.kinds()) {
      ObjectNode is = typed("object");
      is.putArray("required").add(Category.NAME);
      is.putObject("properties").putObject(Category.NAME).put("const", kind.name());
      schema.withArray("/allOf").add(choose(is, body.of(kind), null));
    }
  }

  /** The keys of a kind beside its name. */
  private ObjectNode bodyOf(Kind<?> kind) {
    ObjectNode schema = object(catalog.keys(kind));
    schema.withObject("/properties").putObject(Category.NAME);
    return schema;
  }

  /** A map whose only key is the kind. */
  private ObjectNode keyed(Category category) {
    ObjectNode schema = node().put("title", category.noun()).put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    category.kinds().forEach(kind -> properties.set(kind.name(), inner(kind)));
    schema.put("minProperties", 1).put("maxProperties", 1).put("additionalProperties", false);
    return category.form() == Form.KEYED
        ? choose(typed("string"), names(category), schema)
        : schema;
  }

  /** What stands under the name of a kind: its keys, its shorthand, or nothing. */
  private ObjectNode inner(Kind<?> kind) {
    RecordModel keys = catalog.keys(kind);
    if (keys.flat() != null) {
      return blockOrShorthand(keys);
    }
    Field shorthand = keys.shorthand();
    ObjectNode object = object(keys);
    boolean mayBeEmpty = keys.fields().stream().noneMatch(Field::required);
    ObjectNode bare = shorthand == null ? typed("object") : of(shorthand.type(), shorthand.range());
    ObjectNode other = mayBeEmpty ? choose(typed("null"), node(), bare) : bare;
    return choose(typed("object"), object, other);
  }

  private static ObjectNode names(Category category) {
    ObjectNode names = oneOf(category.names());
    return names.put("title", category.noun());
  }

  private ObjectNode reference(String name, Supplier<ObjectNode> definition) {
    if (!definitions.containsKey(name)) {
      definitions.put(name, node()); // a placeholder, for definitions that contain themselves
      definitions.put(name, definition.get());
    }
    return node().put("title", name).put("$ref", "#/$defs/" + name);
  }
}
