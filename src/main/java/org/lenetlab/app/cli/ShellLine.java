package org.lenetlab.app.cli;

import java.util.List;
import java.util.stream.Collectors;

/** Command lines that a shell reads as they were meant. */
public final class ShellLine {
  private ShellLine() {}

  /** The words with spaces between, quoted where a shell would take them for something else. */
  public static String of(List<String> words) {
    return words.stream().map(ShellLine::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[\\w./=:,+@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
