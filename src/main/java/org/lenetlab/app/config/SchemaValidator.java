package org.lenetlab.app.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Checks a whole tree against the schema and says in plain words what is wrong. */
final class SchemaValidator {
  private final JsonNode document;
  private final KeyPaths keys;
  private final Schema schema;

  /**
   * @param keys tells where unknown keys belong
   */
  SchemaValidator(JsonNode document, KeyPaths keys) {
    this.document = document;
    this.keys = keys;
    // Not preloaded: a file needs a part of it, and making all of it ready takes long.
    SchemaRegistryConfig lazily = SchemaRegistryConfig.builder().preloadSchema(false).build();
    this.schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                registry -> registry.schemaRegistryConfig(lazily))
            .getSchema(document);
  }

  /**
   * Adds what is wrong to {@code problems}, and the values that are wrong to {@code refused}.
   *
   * @param refused compares by identity
   */
  void validate(Tree.Entry root, List<Diagnostic> problems, Set<Tree> refused) {
    List<Error> errors = schema.validate(Trees.json(root.value()));
    Map<String, List<Error>> missing = new LinkedHashMap<>();
    for (Error error : errors) {
      String path = pathOf(error);
      Tree.Entry at = Locator.find(root, path);
      refused.add(at.value());
      if (isConsequence(error, errors)) {
        continue;
      }
      if (error.getKeyword().equals("required")) {
        missing.computeIfAbsent(path, _ -> new ArrayList<>()).add(error);
      } else {
        problems.add(messages(error).explain(error, at, path));
      }
    }
    missing.forEach(
        (path, lacking) ->
            problems.add(
                messages(lacking.getFirst())
                    .missing(
                        lacking.stream().map(Error::getProperty).distinct().toList(),
                        Locator.find(root, path),
                        path)));
  }

  /**
   * Whether an error only follows from another one: of a value that is of the wrong type
   * altogether, or of a key that is missing because it is misspelt.
   */
  private boolean isConsequence(Error error, List<Error> errors) {
    return errors.stream()
        .filter(other -> other.getInstanceLocation().equals(error.getInstanceLocation()))
        .anyMatch(
            other ->
                switch (error.getKeyword()) {
                  case "type" -> false;
                  case "required" ->
                      other.getKeyword().equals("additionalProperties")
                          && messages(other).isMeant(error.getProperty(), other.getProperty());
                  default -> other.getKeyword().equals("type");
                });
  }

  private SchemaMessages messages(Error error) {
    return new SchemaMessages(keywordHolder(error), keys);
  }

  /** The part of the schema that holds the keyword which failed. */
  private JsonNode keywordHolder(Error error) {
    String fragment = error.getSchemaLocation().getFragment().toString();
    return document.at(JsonPointer.compile(fragment).head());
  }

  private static String pathOf(Error error) {
    NodePath location = error.getInstanceLocation();
    return IntStream.range(0, location.getNameCount())
        .mapToObj(i -> String.valueOf(location.getElement(i)))
        .collect(Collectors.joining("/"));
  }
}
