package org.lenetlab.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands {@code --set}. */
final class Overrides {
  private static final String OPTION = "--set ";
  private static final Pattern PATH = Pattern.compile("[^.\\s]+(\\.[^.\\s]+)*");

  private Overrides() {}

  /**
   * The tree that {@code a.b=value} stands for, {@code {a: {b: value}}}, or null where it is
   * malformed; what is wrong is added to {@code problems}.
   */
  static @Nullable Tree set(String override, List<Diagnostic> problems) {
    int equals = override.indexOf('=');
    String path = equals < 0 ? override : override.substring(0, equals);
    Source whole = Source.option(OPTION, override);
    if (equals < 0 || !PATH.matcher(path).matches()) {
      problems.add(
          Diagnostic.error(
              whole.at(0, OPTION.length(), override.length()),
              "this is no override",
              "expected path=value, such as training.epochs=5, or ~path to leave a key out"));
      return null;
    }
    String prefix = override.substring(0, equals + 1);
    Tree value =
        YamlParser.parse(Source.option(OPTION + prefix, override.substring(equals + 1)), problems);
    if (value == null) {
      Place end = whole.at(0, OPTION.length() + override.length(), 1);
      value = new Tree.Scalar(end, Tree.Kind.NOTHING, "");
    }
    List<Segment> segments = segments(path, whole, OPTION.length());
    for (Segment segment : segments.reversed()) {
      value = Tree.Mapping.of(segment.key(), segment.place(), value);
    }
    return value;
  }

  /** Whether an override removes a key. */
  static boolean removes(String override) {
    return override.startsWith("~");
  }

  /** The keys of a path, each with its place in the option. */
  static List<Segment> removed(String override) {
    return segments(override.substring(1), Source.option(OPTION, override), OPTION.length() + 1);
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

  /** A key of a dotted path. */
  record Segment(String key, Place place) {}
}
