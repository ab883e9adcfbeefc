package org.lenetlab.app.cli;

import java.io.PrintStream;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err problems and progress
 * @param terminal whether somebody is looking: only then are lines overwritten
 * @param colour whether to colour: on a terminal, unless {@code NO_COLOR} is set
 */
public record Console(PrintStream out, PrintStream err, boolean terminal, boolean colour) {

  /** An emphasis, as a Select Graphic Rendition code of ECMA-48. */
  public enum Style {
    BOLD(1),
    DIM(2),
    RED(31),
    GREEN(32),
    YELLOW(33),
    CYAN(36);

    private final int code;

    Style(int code) {
      this.code = code;
    }
  }

  /** The console of this process. */
  @SuppressWarnings("SystemConsoleNull") // Java 25 returns null again when nobody is looking
  public static Console ofProcess() {
    java.io.Console system = System.console();
    boolean terminal = system != null && system.isTerminal();
    String noColour = System.getenv("NO_COLOR");
    return new Console(
        System.out, System.err, terminal, terminal && (noColour == null || noColour.isEmpty()));
  }

  /** A console that nobody is looking at, such as a file. */
  public static Console plain(PrintStream out, PrintStream err) {
    return new Console(out, err, false, false);
  }

  /** Prints a line to {@link #out}. */
  public void println(String line) {
    out.println(line);
  }

  /** {@code text} with an emphasis, or as it is where there are no colours. */
  public String styled(Style style, String text) {
    return colour ? "\u001b[" + style.code + "m" + text + "\u001b[0m" : text;
  }
}
