package org.lenetlab.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lenetlab.app.cli.DidYouMean;
import org.lenetlab.app.config.model.Category;
import org.lenetlab.app.config.model.Names;

/** Puts the complaints of the schema validator into plain words. */
final class SchemaMessages {
  /** How much of a list is shown beside a suggestion. */
  private static final int WIDEST_KEYS = 60;

  private static final int WIDEST_NAMES = 120;

  private final JsonNode schema;
  private final KeyPaths keyPaths;

  /**
   * @param schema the part that holds the keyword which failed
   */
  SchemaMessages(JsonNode schema, KeyPaths keyPaths) {
    this.schema = schema;
    this.keyPaths = keyPaths;
  }

  Diagnostic explain(Error error, Tree.Entry at, String path) {
    String subject = subject(at, path);
    return switch (error.getKeyword()) {
      case "additionalProperties" -> unknownKey(error.getProperty(), subject, at, path);
      case "enum" -> unknownName(subject, at);
      case "minProperties", "maxProperties" ->
          Diagnostic.error(
              at.place(),
              "expected exactly one " + title() + " here",
              "in a list, each one is an item of its own");
      case "pattern" ->
          Diagnostic.error(
              at.place(),
              subject + " " + schema.path(SchemaNodes.SPELLING).asText(),
              schema.path("description").asText());
      case "propertyNames" -> wordAmongNumbers(subject, (Tree.Mapping) at.value());
      default -> mustBe(subject, expected(), at);
    };
  }

  /** Keys are restricted only in tables that go from numbers to values. */
  private static Diagnostic wordAmongNumbers(String subject, Tree.Mapping table) {
    String word =
        table.entries().keySet().stream()
            .filter(key -> !key.matches("[0-9]+"))
            .findFirst()
            .orElseThrow();
    return Diagnostic.error(
        table.entry(word).keyPlace(), "the keys of " + subject + " must be whole numbers", "");
  }

  /** Says which keys a block lacks. */
  Diagnostic missing(List<String> keys, Tree.Entry at, String path) {
    String subject = subject(at, path);
    if (keys.size() > 1) {
      String all = "'" + String.join("', '", keys) + "'";
      return Diagnostic.error(at.keyPlace(), "the keys " + all + " are missing in " + subject, "");
    }
    JsonNode property = schema.path("properties").path(keys.getFirst());
    String doc = property.path("description").asText();
    return Diagnostic.error(
        at.keyPlace(),
        "the key '" + keys.getFirst() + "' is missing in " + subject,
        doc.isEmpty()
            ? "expected " + new SchemaMessages(property, keyPaths).expected()
            : keys.getFirst() + ": " + doc);
  }

  /** Whether the unknown key {@code written} probably is {@code key} misspelt. */
  boolean isMeant(String key, String written) {
    return DidYouMean.nearest(written, knownKeys()).filter(key::equals).isPresent();
  }

  private List<String> knownKeys() {
    List<String> known = new ArrayList<>();
    schema.path("properties").fieldNames().forEachRemaining(known::add);
    return known;
  }

  /** What messages call the value at a path: its key, where one was written. */
  private static String subject(Tree.Entry at, String path) {
    String key = path.substring(path.lastIndexOf('/') + 1);
    if (key.isEmpty()) {
      return "the experiment";
    }
    if (key.matches("[0-9]+")) {
      String list = path.replaceFirst("(/[0-9]+)+$", "");
      return "an item of " + list.substring(list.lastIndexOf('/') + 1);
    }
    boolean bare = at.keyPlace().equals(at.value().place());
    return bare && at.value() instanceof Tree.Scalar ? "this" : key;
  }

  private Diagnostic mustBe(String subject, String expected, Tree.Entry at) {
    return Diagnostic.error(
        at.place(),
        subject + " must be " + expected + ", not " + given(at.value()),
        schema.path("description").asText());
  }

  private Diagnostic unknownKey(String key, String subject, Tree.Entry at, String path) {
    Place place = ((Tree.Mapping) at.value()).entry(key).keyPlace();
    return schema.has("maxProperties")
        ? Diagnostic.error(
            place,
            "unknown " + title() + " '" + key + "'",
            suggestion(key, knownKeys(), plural(title()), WIDEST_NAMES))
        : Diagnostic.error(
            place,
            "unknown key '" + key + "' in " + subject,
            elsewhere(key, path)
                .orElseGet(() -> suggestion(key, knownKeys(), "the keys are ", WIDEST_KEYS)));
  }

  /** Where a key belongs that another block has. */
  private Optional<String> elsewhere(String key, String path) {
    String here = (path.isEmpty() ? "" : path.replace('/', '.') + ".") + key;
    List<String> paths = keyPaths.paths(key);
    return paths.isEmpty() || paths.contains(here)
        ? Optional.empty()
        : Optional.of("it belongs elsewhere: " + String.join(" or ", paths));
  }

  private Diagnostic unknownName(String subject, Tree.Entry at) {
    String noun = title();
    String text = at.value().asText();
    if (text == null) {
      return mustBe(noun.isEmpty() ? subject : "the " + noun, expected(), at);
    }
    return noun.isEmpty()
        ? Diagnostic.error(
            at.place(),
            subject + " cannot be '" + text + "'",
            suggestion(text, enumerated(), "expected one of ", WIDEST_NAMES))
        : Diagnostic.error(
            at.place(),
            "unknown " + noun + " '" + text + "'",
            suggestion(text, enumerated(), plural(noun), WIDEST_NAMES));
  }

  private String title() {
    return schema.path("title").asText();
  }

  private static String plural(String noun) {
    return "the " + Names.plural(noun) + " are ";
  }

  /** What was probably meant, and all that there is where that is not too much to read. */
  private static String suggestion(
      String given, List<String> known, String introduction, int widest) {
    String all = introduction + String.join(", ", known);
    return DidYouMean.nearest(given, known)
        .map(near -> "did you mean '" + near + "'?" + (all.length() > widest ? "" : " " + all))
        .orElse(all);
  }

  private List<String> enumerated() {
    List<String> names = new ArrayList<>();
    schema.path("enum").forEach(name -> names.add(name.asText()));
    return names;
  }

  /** What this part of the schema allows. */
  private String expected() {
    if (schema.has("enum")) {
      return "one of " + String.join(", ", enumerated());
    }
    return switch (schema.path("type").asText()) {
      case "integer" -> "a whole number" + bounds();
      case "number" -> "a number" + bounds();
      case "boolean" -> "true or false";
      case "array" -> "a list";
      case "object" ->
          title().isEmpty()
              ? "a map of keys"
              : "the name of " + a(title()) + ", or a map of its keys";
      default -> title().isEmpty() ? "text" : a(title());
    };
  }

  private static String a(String noun) {
    return ("aeio".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
  }

  private String bounds() {
    String min = bound("minimum", "");
    String max = bound("maximum", "");
    if (!min.isEmpty() && !max.isEmpty()) {
      return " from " + min + " to " + max;
    }
    List<String> bounds =
        Stream.of(
                bound("minimum", "of at least "),
                bound("exclusiveMinimum", "above "),
                bound("maximum", "of at most "),
                bound("exclusiveMaximum", "below "))
            .filter(bound -> !bound.isEmpty())
            .toList();
    return bounds.isEmpty() ? "" : " " + String.join(" and ", bounds);
  }

  /** A bound in words; nothing where there is none, or only that of the machine's numbers. */
  private String bound(String keyword, String phrase) {
    JsonNode bound = schema.path(keyword);
    return bound.isNumber() && Math.abs(bound.asDouble()) < Integer.MAX_VALUE
        ? phrase + bound.asText()
        : "";
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
