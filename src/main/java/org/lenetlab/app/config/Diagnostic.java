package org.lenetlab.app.config;

/**
 * Something to tell the user about an experiment file.
 *
 * @param message what is wrong, one sentence without a final full stop
 * @param hint what was expected, or a suggestion; empty for none
 */
public record Diagnostic(Severity severity, Place place, String message, String hint) {

  /** A problem that forbids running the experiment. */
  public static Diagnostic error(Place place, String message, String hint) {
    return new Diagnostic(Severity.ERROR, place, message, hint);
  }

  /** Something that the user should know. */
  public static Diagnostic warning(Place place, String message, String hint) {
    return new Diagnostic(Severity.WARNING, place, message, hint);
  }

  /** What the user may want to know. */
  public static Diagnostic note(Place place, String message, String hint) {
    return new Diagnostic(Severity.NOTE, place, message, hint);
  }

  /** Whether it forbids running the experiment. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
