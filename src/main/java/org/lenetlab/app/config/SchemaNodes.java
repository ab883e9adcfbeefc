package org.lenetlab.app.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.spec.Matches;
import org.lenetlab.api.spec.Range;

/** The small parts that a JSON schema is put together from. */
final class SchemaNodes {
  /** The keyword that says in words what a pattern allows; editors show it too. */
  static final String SPELLING = "patternErrorMessage";

  private SchemaNodes() {}

  /**
   * Adds the bounds of a number.
   *
   * @param smallest what the type can hold, where no bound is declared; null for everything
   * @param largest as {@code smallest}
   */
  static ObjectNode ranged(
      ObjectNode schema, @Nullable Range range, @Nullable Long smallest, @Nullable Long largest) {
    bound(schema, "minimum", range == null ? Double.NEGATIVE_INFINITY : range.min(), smallest);
    bound(schema, "maximum", range == null ? Double.POSITIVE_INFINITY : range.max(), largest);
    if (range != null) {
      bound(schema, "exclusiveMinimum", range.above(), null);
      bound(schema, "exclusiveMaximum", range.below(), null);
    }
    return schema;
  }

  private static void bound(
      ObjectNode schema, String keyword, double declared, @Nullable Long otherwise) {
    if (Double.isInfinite(declared)) {
      if (otherwise != null) {
        schema.put(keyword, otherwise);
      }
    } else if (declared == Math.rint(declared)) {
      schema.put(keyword, (long) declared);
    } else {
      schema.put(keyword, declared);
    }
  }

  /** One of the given texts. */
  static ObjectNode oneOf(Collection<String> names) {
    ObjectNode schema = node();
    names.forEach(schema.putArray("enum")::add);
    return schema;
  }

  /** Adds the legal spelling of a text. */
  static void spell(ObjectNode schema, @Nullable Matches spelling) {
    if (spelling != null) {
      schema.put("pattern", "^" + spelling.value() + "$");
      schema.put(SPELLING, "must consist of " + spelling.consistsOf());
    }
  }

  /** Adds a sentence for the reader, which editors show. */
  static void describe(ObjectNode schema, String doc) {
    if (!doc.isEmpty()) {
      schema.put("description", doc);
    }
  }

  /** {@code then} for what meets the condition, {@code otherwise}, if given, for all else. */
  static ObjectNode choose(ObjectNode condition, ObjectNode then, @Nullable ObjectNode otherwise) {
    ObjectNode schema = node();
    schema.set("if", condition);
    schema.set("then", then);
    if (otherwise != null) {
      schema.set("else", otherwise);
    }
    return schema;
  }

  /** Everything else. */
  static ObjectNode not(ObjectNode schema) {
    ObjectNode negation = node();
    negation.set("not", schema);
    return negation;
  }

  /** A value of one of the given JSON types. */
  static ObjectNode typed(String... types) {
    ObjectNode schema = node();
    if (types.length == 1) {
      return schema.put("type", types[0]);
    }
    for (String type : types) {
      schema.withArray("/type").add(type);
    }
    return schema;
  }

  /** Everything, until more is added. */
  static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }
}
