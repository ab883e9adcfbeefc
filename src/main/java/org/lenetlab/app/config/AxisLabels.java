package org.lenetlab.app.config;

import java.util.stream.Collectors;
import org.lenetlab.app.config.model.Category;

/** What tables call the value of an axis that has no label of its own. */
final class AxisLabels {
  private static final int LONGEST = 60;

  private AxisLabels() {}

  /**
   * As it is written: {@code relu}; {@code sgd, learning-rate 0.1}.
   *
   * @param number of the value among those of its axis, counted from 1; stands for what is too long
   *     or has several lines
   */
  static String of(Tree value, int number) {
    String text = text(value);
    return text.length() > LONGEST || text.contains("\n") ? "#" + number : text;
  }

  /** The same, however long it is. */
  static String text(Tree value) {
    return value.isNothing() ? "none" : outer(value);
  }

  private static String outer(Tree value) {
    if (!(value instanceof Tree.Mapping map) || map.text(Category.NAME) == null) {
      return inner(value);
    }
    return map.entries().entrySet().stream()
        .map(
            entry ->
                entry.getKey().equals(Category.NAME)
                    ? inner(entry.getValue().value())
                    : pair(entry.getKey(), entry.getValue(), " "))
        .collect(Collectors.joining(", "));
  }

  private static String inner(Tree value) {
    return switch (value) {
      case Tree.Scalar scalar -> scalar.text();
      case Tree.Sequence list ->
          list.items().stream().map(AxisLabels::inner).collect(Collectors.joining(", ", "[", "]"));
      case Tree.Mapping map ->
          map.entries().entrySet().stream()
              .map(e -> pair(e.getKey(), e.getValue(), ": "))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  private static String pair(String key, Tree.Entry value, String between) {
    return key + between + inner(value.value());
  }
}
