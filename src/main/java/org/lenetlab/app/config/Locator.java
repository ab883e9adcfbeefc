package org.lenetlab.app.config;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.spec.SpecException;

/** Finds the place of a value by its path. */
final class Locator {
  private Locator() {}

  /**
   * The place of the value at {@code path} below {@code root}; the nearest one around it where the
   * file leaves it out.
   *
   * @param path keys and list indices joined by {@code /}; the key that tells the kind of a layer
   *     may be left out
   */
  static Place place(Tree.Entry root, String path) {
    return find(root, path).place();
  }

  /** The problems of values below {@code root}, each at its place. */
  static List<Diagnostic> locate(Tree.Entry root, SpecException e) {
    return e.problems().stream()
        .map(problem -> Diagnostic.error(place(root, problem.path()), problem.message(), ""))
        .toList();
  }

  /** The value at {@code path}, or the nearest one around it. */
  static Tree.Entry find(Tree.Entry root, String path) {
    List<String> segments = path.isEmpty() ? List.of() : Arrays.asList(path.split("/", -1));
    Tree.Entry at = root;
    for (String segment : segments) {
      Tree.Entry next = step(at.value(), segment);
      if (next == null) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private static Tree.@Nullable Entry step(Tree tree, String segment) {
    return switch (tree) {
      case Tree.Mapping map when map.get(segment) != null -> map.entry(segment);
      case Tree.Mapping map when map.onlyValue() instanceof Tree.Mapping inner ->
          step(inner, segment);
      case Tree.Sequence list when list.indexOf(segment) >= 0 -> {
        Tree item = list.items().get(list.indexOf(segment));
        yield new Tree.Entry(item.place(), item);
      }
      case Tree.Mapping _, Tree.Sequence _, Tree.Scalar _ -> null;
    };
  }
}
