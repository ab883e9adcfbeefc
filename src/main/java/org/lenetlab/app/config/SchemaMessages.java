package org.lenetlab.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import org.lenetlab.app.cli.DidYouMean;
import org.lenetlab.app.config.model.Category;

/** Puts the complaints of the schema validator into plain words. */
final class SchemaMessages {
  private final JsonNode schema;

  /**
   * @param schema the part that holds the keyword which failed
   */
  SchemaMessages(JsonNode schema) {
    this.schema = schema;
  }

  Diagnostic explain(Error error, Tree.Entry at, String path) {
    String subject = path.isEmpty() ? "the experiment" : path.substring(path.lastIndexOf('/') + 1);
    Place place = at.value() instanceof Tree.Scalar scalar ? scalar.place() : at.keyPlace();
    return switch (error.getKeyword()) {
      case "required" -> missing(error.getProperty(), subject, at);
      case "additionalProperties" -> unknownKey(error.getProperty(), subject, at);
      case "enum" -> unknownName(subject, at.value(), place);
      case "minProperties", "maxProperties" ->
          Diagnostic.error(
              place,
              "expected exactly one " + schema.path("title").asText() + " here",
              "its name is the only key");
      case "pattern" -> Diagnostic.error(place, "'" + subject + "' is no whole number", "");
      default ->
          Diagnostic.error(
              place,
              subject + " is wrong",
              "expected " + expected(schema) + ", not " + given(at.value()));
    };
  }

  private Diagnostic missing(String key, String subject, Tree.Entry at) {
    JsonNode property = schema.path("properties").path(key);
    String doc = property.path("description").asText();
    return Diagnostic.error(
        at.keyPlace(),
        "the key '" + key + "' is missing in " + subject,
        doc.isEmpty() ? "expected " + expected(property) : key + ": " + doc);
  }

  private Diagnostic unknownKey(String key, String subject, Tree.Entry at) {
    List<String> known = new ArrayList<>();
    schema.path("properties").fieldNames().forEachRemaining(known::add);
    Place place = ((Tree.Mapping) at.value()).entry(key).keyPlace();
    String noun = schema.path("title").asText();
    return noun.isEmpty() || noun.equals("experiment")
        ? Diagnostic.error(
            place,
            "unknown key '" + key + "' in " + subject,
            suggestion(key, known, "the keys are "))
        : Diagnostic.error(
            place, "unknown " + noun + " '" + key + "'", suggestion(key, known, plural(noun)));
  }

  private Diagnostic unknownName(String subject, Tree value, Place place) {
    List<String> known = new ArrayList<>();
    schema.path("enum").forEach(name -> known.add(name.asText()));
    String noun = schema.path("title").asText();
    if (!(value instanceof Tree.Scalar(_, var kind, var text)) || kind != Tree.Kind.TEXT) {
      return Diagnostic.error(
          place,
          (noun.isEmpty() ? subject : "the " + noun) + " is wrong",
          "expected one of " + String.join(", ", known) + ", not " + given(value));
    }
    return noun.isEmpty()
        ? Diagnostic.error(
            place,
            "'" + text + "' is no value of " + subject,
            suggestion(text, known, "expected one of "))
        : Diagnostic.error(
            place, "unknown " + noun + " '" + text + "'", suggestion(text, known, plural(noun)));
  }

  private static String plural(String noun) {
    return "the " + noun + "s are ";
  }

  private static String suggestion(String given, List<String> known, String otherwise) {
    return DidYouMean.nearest(given, known)
        .map(near -> "did you mean '" + near + "'?")
        .orElse(otherwise + String.join(", ", known));
  }

  /** What a part of the schema allows. */
  private static String expected(JsonNode schema) {
    if (schema.has("enum")) {
      List<String> names = new ArrayList<>();
      schema.path("enum").forEach(name -> names.add(name.asText()));
      return "one of " + String.join(", ", names);
    }
    return switch (schema.path("type").asText()) {
      case "integer" -> "a whole number" + bounds(schema);
      case "number" -> "a number" + bounds(schema);
      case "boolean" -> "true or false";
      case "array" -> "a list";
      case "object" -> "a map of keys";
      default -> "text";
    };
  }

  private static String bounds(JsonNode schema) {
    List<String> bounds = new ArrayList<>();
    bound(schema, "minimum", "of at least ", bounds);
    bound(schema, "exclusiveMinimum", "above ", bounds);
    bound(schema, "maximum", "of at most ", bounds);
    bound(schema, "exclusiveMaximum", "below ", bounds);
    return bounds.isEmpty() ? "" : " " + String.join(" and ", bounds);
  }

  private static void bound(JsonNode schema, String keyword, String phrase, List<String> bounds) {
    JsonNode bound = schema.get(keyword);
    if (bound != null && Math.abs(bound.asDouble()) < Integer.MAX_VALUE) {
      bounds.add(phrase + bound.asText());
    }
  }

  private static String given(Tree tree) {
    return switch (tree) {
      case Tree.Mapping map when map.text(Category.NAME) != null ->
          "'" + map.text(Category.NAME) + "'";
      case Tree.Mapping _ -> "a map of keys";
      case Tree.Sequence _ -> "a list";
      case Tree.Scalar(_, var kind, var text) ->
          switch (kind) {
            case TEXT -> "'" + text + "'";
            case NOTHING -> "nothing";
            case WHOLE, REAL, SWITCH -> text;
          };
    };
  }
}
