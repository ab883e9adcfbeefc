package org.lenetlab.app.config;

/**
 * Where something stands in what the user wrote.
 *
 * @param source how messages call it: the file as it was named, or the command line
 * @param line counted from 1; 0 where there are no line numbers
 * @param column counted from 1, in characters; 0 for the source as a whole
 * @param length number of characters that a caret line marks
 * @param text the whole line
 */
public record Place(String source, int line, int column, int length, String text) {

  /** A source as a whole. */
  static Place of(String source) {
    return new Place(source, 0, 0, 0, "");
  }

  /** A part of it: {@code partLength} characters after the first {@code passed}. */
  Place part(int passed, int partLength) {
    return line == 0 && column == 0
        ? this
        : new Place(source, line, column + passed, partLength, text);
  }

  /** As compilers write it: {@code file:line:column}. */
  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line + ":" + column;
  }
}
