package org.lenetlab.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lenetlab.api.optimizer.Schedule;
import org.lenetlab.api.spec.PerLayer;
import org.lenetlab.app.config.model.Catalog;
import org.lenetlab.app.config.model.Category;
import org.lenetlab.app.config.model.Category.Form;
import org.lenetlab.app.config.model.Field;
import org.lenetlab.app.config.model.FieldType;
import org.lenetlab.app.config.model.Names;
import org.lenetlab.app.config.model.RecordModel;
import org.lenetlab.plugin.Kind;

/**
 * Writes records as the tree that a file would hold: the opposite of {@link Binder}. Every value is
 * there, defaults too; the same records always give the same tree.
 */
final class Unbinder {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Catalog catalog;

  Unbinder(Catalog catalog) {
    this.catalog = catalog;
  }

  JsonNode tree(Object value, FieldType type) {
    return switch (type) {
      case FieldType.Switch _ -> JSON.booleanNode((Boolean) value);
      case FieldType.Whole _ -> JSON.numberNode(((Number) value).longValue());
      case FieldType.Real _ -> number(value);
      case FieldType.Text _ -> JSON.textNode(value.toString());
      case FieldType.Parsed _ -> spelled(value.toString());
      case FieldType.Choice _ -> JSON.textNode(Names.ofConstant((Enum<?>) value));
      case FieldType.Block(var block) -> shortened(value, catalog.block(block));
      case FieldType.Named(var category) -> named(value, category, category.form());
      case FieldType.AsWritten _ -> Trees.json((Tree) value);
      case FieldType.ListOf(var element) -> list((List<?>) value, element);
      case FieldType.MapOf(_, var element) -> map((Map<?, ?>) value, element);
      case FieldType.PerLayerOf(var element) -> perLayer((PerLayer<?>) value, element);
      case FieldType.Rates(var schedules) -> schedule((Schedule) value, schedules);
    };
  }

  /** Text that is a number is written as one: {@code scale: 1}. */
  private static JsonNode spelled(String text) {
    if (text.matches("-?[0-9]+(\\.[0-9]+)?")) {
      BigDecimal number = new BigDecimal(text);
      if (number.toPlainString().equals(text)) {
        return JSON.numberNode(number);
      }
    }
    return JSON.textNode(text);
  }

  /** The shortest decimal that reads back as the same number. */
  private static JsonNode number(Object value) {
    BigDecimal exact = new BigDecimal(value.toString()).stripTrailingZeros();
    return JSON.numberNode(exact.scale() < 0 ? exact.setScale(0) : exact);
  }

  /** The keys of a block, or the value that stands for all of them where there is nothing else. */
  private JsonNode shortened(Object value, RecordModel block) {
    ObjectNode tree = fields(value, block);
    Field shorthand = block.shorthand();
    String bare = block.flat() != null ? Category.NAME : shorthand == null ? "" : shorthand.name();
    JsonNode only = tree.get(bare);
    return only != null && tree.size() == 1 && !only.isObject() ? only : tree;
  }

  private ObjectNode fields(Object value, RecordModel block) {
    ObjectNode tree = JSON.objectNode();
    Category category = block.flat();
    if (category != null) {
      Object kind = Records.component(value, block.flatComponent());
      if (kind != null) {
        tree.setAll(withName(kind, category));
      }
    }
    int index = 0;
    for (Field field : block.fields()) {
      if (index == block.flatComponent()) {
        index++;
      }
      Object component = Records.component(value, index++);
      if (component != null) {
        tree.set(field.name(), tree(component, field.type()));
      }
    }
    return tree;
  }

  private ObjectNode withName(Object value, Category category) {
    Kind<?> kind = category.kindOf(value);
    ObjectNode tree = JSON.objectNode().put(Category.NAME, kind.name());
    tree.setAll(fields(value, catalog.keys(kind)));
    return tree;
  }

  private JsonNode named(Object value, Category category, Form form) {
    Kind<?> kind = category.kindOf(value);
    RecordModel keys = catalog.keys(kind);
    if (keys.fields().isEmpty() && keys.flat() == null) {
      return JSON.textNode(kind.name());
    }
    return form == Form.KEYED ? keyed(value, kind) : withName(value, category);
  }

  private ObjectNode keyed(Object value, Kind<?> kind) {
    return JSON.objectNode().set(kind.name(), shortened(value, catalog.keys(kind)));
  }

  private ArrayNode list(List<?> values, FieldType element) {
    ArrayNode tree = JSON.arrayNode();
    for (Object value : values) {
      tree.add(
          element instanceof FieldType.Named(var category)
              ? named(value, category, Form.KEYED)
              : tree(value, element));
    }
    return tree;
  }

  private ObjectNode map(Map<?, ?> values, FieldType element) {
    ObjectNode tree = JSON.objectNode();
    // Tables have the axes of a sweep in the order of the file.
    Map<?, ?> ordered = element instanceof FieldType.AsWritten ? values : new TreeMap<>(values);
    ordered.forEach((key, value) -> tree.set(key.toString(), tree(value, element)));
    return tree;
  }

  private JsonNode perLayer(PerLayer<?> value, FieldType element) {
    Object common = value.common();
    if (common != null && value.byLayer().isEmpty()) {
      return tree(common, element);
    }
    ObjectNode tree = map(value.byLayer(), element);
    if (common != null) {
      tree.set(PerLayer.DEFAULT_KEY, tree(common, element));
    }
    return tree;
  }

  private JsonNode schedule(Schedule schedule, Category schedules) {
    return switch (schedule) {
      case Schedule.Constant(double rate) -> number(rate);
      case Schedule.ByEpoch(var rates) -> map(rates, new FieldType.Real(double.class));
      case Schedule.Step step -> keyed(step, schedules.kindOf(step));
      case Schedule.Cosine cosine -> keyed(cosine, schedules.kindOf(cosine));
    };
  }
}
