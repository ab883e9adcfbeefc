package org.lenetlab.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes a value out of a normalised tree: {@code --set ~a.b}. */
final class Remover {
  private final boolean required;
  private final List<Diagnostic> problems;

  /**
   * @param required whether it is a problem if there is nothing to take out
   */
  Remover(boolean required, List<Diagnostic> problems) {
    this.required = required;
    this.problems = problems;
  }

  Tree remove(Tree tree, List<Change.Segment> path) {
    Change.Segment segment = path.getFirst();
    List<Change.Segment> rest = path.subList(1, path.size());
    return switch (tree) {
      case Tree.Mapping map when map.get(segment.key()) != null ->
          removeKey(map, segment.key(), rest);
      case Tree.Mapping map when map.onlyValue() instanceof Tree.Mapping inner ->
          map.map((_, _) -> remove(inner, path));
      case Tree.Sequence list when list.indexOf(segment.key()) >= 0 -> {
        int index = list.indexOf(segment.key());
        List<Tree> kept = new ArrayList<>(list.items());
        if (rest.isEmpty()) {
          kept.remove(index);
        } else {
          kept.set(index, remove(list.items().get(index), rest));
        }
        yield new Tree.Sequence(list.place(), kept);
      }
      case Tree.Mapping _, Tree.Sequence _, Tree.Scalar _ -> {
        if (required) {
          problems.add(
              Diagnostic.error(
                  segment.place(), "there is no '" + segment.key() + "' to remove", hint(tree)));
        }
        yield tree;
      }
    };
  }

  private Tree removeKey(Tree.Mapping map, String key, List<Change.Segment> rest) {
    if (!rest.isEmpty()) {
      return map.with(key, remove(map.entry(key).value(), rest));
    }
    Map<String, Tree.Entry> entries = map.copy();
    entries.remove(key);
    return new Tree.Mapping(map.place(), entries);
  }

  private static String hint(Tree tree) {
    return switch (tree) {
      case Tree.Mapping map -> "here are: " + String.join(", ", map.entries().keySet());
      case Tree.Sequence list -> "the list has " + list.items().size() + " items, counted from 0";
      case Tree.Scalar scalar -> "here is only the value " + scalar.text();
    };
  }
}
