package org.lenetlab.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one {@code --set}, or one value of a sweep's axis, asks for. */
sealed interface Change {

  /** Lay a tree over the file's: {@code a.b=value} is {@code {a: {b: value}}}. */
  record Put(List<Segment> path, Tree value) implements Change {

    /** The tree to lay over the file's. */
    Tree tree() {
      Tree tree = value;
      for (Segment segment : path.reversed()) {
        tree = Tree.Mapping.of(segment.key, segment.place, tree);
      }
      return tree;
    }
  }

  /**
   * Leave out what stands at a path: {@code ~a.b}.
   *
   * @param required whether it must be there
   */
  record Remove(List<Segment> path, boolean required) implements Change {}

  /** Where it changes something. */
  List<Segment> path();

  /** Whether it changes what stands at {@code other}, or a part of it. */
  default boolean isWithin(List<Segment> other) {
    return keys(path()).size() >= other.size()
        && keys(path()).subList(0, other.size()).equals(keys(other));
  }

  private static List<String> keys(List<Segment> path) {
    return path.stream().map(Segment::key).toList();
  }

  /** A key of a dotted path. */
  record Segment(String key, Place place) {}

  /** How the option is typed. */
  String OPTION = "--set ";

  /** Keys with dots between. */
  Pattern PATH = Pattern.compile("[^.\\s]+(\\.[^.\\s]+)*");

  /** Reads an override; null if it is malformed, which is added to {@code problems}. */
  static @Nullable Change parse(String override, List<Diagnostic> problems) {
    Source source = Source.option(OPTION, override);
    if (override.startsWith("~") && PATH.matcher(override.substring(1)).matches()) {
      return new Remove(
          segments(override.substring(1), source.at(0, OPTION.length() + 1, 1)), true);
    }
    int equals = override.indexOf('=');
    if (equals < 0 || !PATH.matcher(override.substring(0, equals)).matches()) {
      problems.add(
          Diagnostic.error(
              source.at(0, OPTION.length(), Math.max(1, override.length())),
              "this is no override",
              "expected path=value, such as training.epochs=5, or ~path to leave a key out"));
      return null;
    }
    Tree value = value(override, equals + 1, source, problems);
    Place start = source.at(0, OPTION.length(), 1);
    return value == null ? null : new Put(segments(override.substring(0, equals), start), value);
  }

  private static @Nullable Tree value(
      String override, int start, Source whole, List<Diagnostic> problems) {
    String text = override.substring(start);
    if (text.isBlank()) {
      Place end = whole.at(0, OPTION.length() + override.length(), 1);
      return new Tree.Scalar(end, Tree.Kind.NOTHING, "");
    }
    return YamlParser.parse(Source.option(OPTION + override.substring(0, start), text), problems);
  }

  /** The keys of a dotted path that is written from {@code start} on. */
  static List<Segment> segments(String path, Place start) {
    List<Segment> segments = new ArrayList<>();
    int passed = 0;
    for (String key : path.split("\\.", -1)) {
      segments.add(new Segment(key, start.part(passed, Math.max(1, key.length()))));
      passed += key.length() + 1;
    }
    return segments;
  }
}
