package org.lenetlab.app.config;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Turns YAML 1.2 into a tree. What YAML allows and an experiment file has no use for is reported:
 * anchors, tags, keys that are not plain, several documents, keys given twice.
 */
final class YamlParser {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setSchema(new CoreSchema()).setUseMarks(true).build();

  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern REAL = Pattern.compile("[-+]?[.0-9]+([eE][-+]?[0-9]{1,3})?");

  private final Source source;
  private final List<Diagnostic> problems;
  private final Set<Node> seen = new HashSet<>();

  private YamlParser(Source source, List<Diagnostic> problems) {
    this.source = source;
    this.problems = problems;
  }

  /**
   * The tree of a text, or null where it is empty or no YAML; what is wrong is added to {@code
   * problems}.
   */
  static @Nullable Tree parse(Source source, List<Diagnostic> problems) {
    try {
      Optional<Node> root = new Compose(SETTINGS).composeString(source.text());
      return root.map(new YamlParser(source, problems)::tree).orElse(null);
    } catch (MarkedYamlEngineException e) {
      problems.add(YamlErrors.explain(source, e));
    } catch (YamlEngineException e) {
      problems.add(Diagnostic.error(Place.of(source.name()), "not YAML: " + e.getMessage(), ""));
    }
    return null;
  }

  private Tree tree(Node node) {
    Place place = place(node);
    if (!seen.add(node)) { // an alias, whose anchor is reported; it may even contain itself
      return new Tree.Scalar(place, Tree.Kind.NOTHING, "");
    }
    node.getAnchor()
        .ifPresent(
            anchor ->
                problems.add(
                    Diagnostic.error(
                        place,
                        "the anchor &" + anchor + " is not allowed",
                        "write the value out where it is needed, or use extends")));
    return switch (node) {
      case MappingNode mapping -> mapping(place, mapping);
      case SequenceNode sequence ->
          new Tree.Sequence(place, sequence.getValue().stream().map(this::tree).toList());
      case ScalarNode scalar -> new Tree.Scalar(place, kind(scalar), scalar.getValue());
      default -> throw new IllegalStateException("unknown node " + node);
    };
  }

  private Tree mapping(Place place, MappingNode mapping) {
    Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Place keyPlace = place(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(Diagnostic.error(keyPlace, "a key must be a single word", ""));
        continue;
      }
      Tree.Entry entry = new Tree.Entry(keyPlace, tree(tuple.getValueNode()));
      Tree.Entry earlier = entries.putIfAbsent(key.getValue(), entry);
      if (earlier != null) {
        problems.add(
            Diagnostic.error(
                keyPlace,
                "the key '" + key.getValue() + "' is given twice",
                "first given in line " + earlier.keyPlace().line()));
      }
    }
    return new Tree.Mapping(place, entries);
  }

  private Tree.Kind kind(ScalarNode scalar) {
    Tag tag = scalar.getTag();
    String text = scalar.getValue();
    if (tag.equals(Tag.INT)) {
      return WHOLE.matcher(text).matches() ? Tree.Kind.WHOLE : Tree.Kind.TEXT;
    }
    if (tag.equals(Tag.FLOAT)) {
      return REAL.matcher(text).matches() ? Tree.Kind.REAL : Tree.Kind.TEXT;
    }
    if (tag.equals(Tag.BOOL)) {
      return Tree.Kind.SWITCH;
    }
    if (tag.equals(Tag.NULL)) {
      return Tree.Kind.NOTHING;
    }
    if (!tag.equals(Tag.STR)) {
      problems.add(
          Diagnostic.error(place(scalar), "the tag " + tag + " is not allowed", "leave it out"));
    }
    return Tree.Kind.TEXT;
  }

  private Place place(Node node) {
    Mark from = node.getStartMark().orElseThrow();
    return source.place(from, node.getEndMark().orElse(from));
  }
}
