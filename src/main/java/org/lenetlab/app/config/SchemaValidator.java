package org.lenetlab.app.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks a whole tree against the schema and says in plain words what is wrong. */
final class SchemaValidator {
  private final JsonNode document;
  private final Schema schema;

  SchemaValidator(JsonNode document) {
    this.document = document;
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(document);
  }

  /**
   * Adds what is wrong to {@code problems}, and the values that are wrong to {@code refused}.
   *
   * @param refused compares by identity
   */
  void validate(Tree.Entry root, List<Diagnostic> problems, Set<Tree> refused) {
    Set<String> wrongTypes = new HashSet<>();
    List<Error> errors = schema.validate(Trees.json(root.value()));
    for (Error error : errors) {
      if (error.getKeyword().equals("type")) {
        wrongTypes.add(pathOf(error.getInstanceLocation()));
      }
    }
    for (Error error : errors) {
      String path = pathOf(error.getInstanceLocation());
      if (error.getKeyword().equals("type") || !wrongTypes.contains(path)) {
        Tree.Entry at = Locator.find(root, path);
        refused.add(at.value());
        problems.add(new SchemaMessages(keywordHolder(error)).explain(error, at, path));
      }
    }
  }

  /** The part of the schema that holds the keyword which failed. */
  private JsonNode keywordHolder(Error error) {
    String fragment = error.getSchemaLocation().getFragment().toString();
    return document.at(JsonPointer.compile(fragment).head());
  }

  private static String pathOf(NodePath location) {
    List<String> segments = new ArrayList<>();
    for (int i = 0; i < location.getNameCount(); i++) {
      segments.add(String.valueOf(location.getElement(i)));
    }
    return String.join("/", segments);
  }
}
