package org.lenetlab.app.config;

import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** A YAML text with places in it. */
final class Source {
  private final String name;
  private final String text;
  private final List<String> lines;
  private final int firstLine;
  private final String prefix;

  /**
   * @param firstLine number of its first line; 0 where line numbers mean nothing to the reader
   * @param prefix what stands before the text in its only line, such as {@code --set seed=}
   */
  private Source(String name, String text, int firstLine, String prefix) {
    this.name = name;
    this.text = text;
    this.lines = text.lines().toList();
    this.firstLine = firstLine;
    this.prefix = prefix;
  }

  static Source file(String name, String text) {
    return new Source(name, text, 1, "");
  }

  /** The value of an option on the command line, of which {@code prefix} is the part before. */
  static Source option(String prefix, String text) {
    return new Source("command line", text, 0, prefix);
  }

  /** How messages call it. */
  String name() {
    return name;
  }

  String text() {
    return text;
  }

  /** The place from one mark up to another, or up to the end of the line, without its comment. */
  Place place(Mark from, Mark to) {
    String line = line(from.getLine()).replaceFirst("\\s+#.*$", "");
    int lineEnd = prefix.length() + line.codePointCount(0, line.length());
    int start = prefix.length() + from.getColumn();
    int end = to.getLine() == from.getLine() ? prefix.length() + to.getColumn() : lineEnd;
    return at(from.getLine(), start, Math.max(1, end - start));
  }

  /** The place of {@code length} characters from {@code column}, both counted from 0. */
  Place at(int lineIndex, int column, int length) {
    int line = firstLine == 0 ? 0 : firstLine + lineIndex;
    return new Place(name, line, column + 1, length, prefix + line(lineIndex));
  }

  boolean hasLine(int index) {
    return index < lines.size();
  }

  private String line(int index) {
    return hasLine(index) ? lines.get(index) : "";
  }
}
