package org.lenetlab.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one {@code --set} asks for. */
sealed interface Change {

  /** Lay a tree over the file's: {@code a.b=value} is {@code {a: {b: value}}}. */
  record Put(Tree tree) implements Change {}

  /** Leave out what stands at a path: {@code ~a.b}. */
  record Remove(List<Segment> path) implements Change {}

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
      return new Remove(segments(override.substring(1), source, OPTION.length() + 1));
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
    if (value == null) {
      return null;
    }
    for (Segment segment :
        segments(override.substring(0, equals), source, OPTION.length()).reversed()) {
      value = Tree.Mapping.of(segment.key, segment.place, value);
    }
    return new Put(value);
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

  private static List<Segment> segments(String path, Source source, int start) {
    List<Segment> segments = new ArrayList<>();
    int column = start;
    for (String key : path.split("\\.", -1)) {
      segments.add(new Segment(key, source.at(0, column, Math.max(1, key.length()))));
      column += key.length() + 1;
    }
    return segments;
  }
}
