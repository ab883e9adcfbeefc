package org.lenetlab.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Trees as JSON, for the schema validator; paths in both are the same. */
final class Trees {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Trees() {}

  static JsonNode json(Tree tree) {
    return switch (tree) {
      case Tree.Mapping map -> {
        ObjectNode object = JSON.objectNode();
        map.entries().forEach((key, entry) -> object.set(key, json(entry.value())));
        yield object;
      }
      case Tree.Sequence list -> {
        ArrayNode array = JSON.arrayNode();
        list.items().forEach(item -> array.add(json(item)));
        yield array;
      }
      case Tree.Scalar(_, var kind, var text) ->
          switch (kind) {
            case TEXT -> JSON.textNode(text);
            case WHOLE -> JSON.numberNode(new BigInteger(text));
            case REAL -> JSON.numberNode(new BigDecimal(text));
            case SWITCH -> JSON.booleanNode(Boolean.parseBoolean(text));
            case NOTHING -> JSON.nullNode();
          };
    };
  }
}
