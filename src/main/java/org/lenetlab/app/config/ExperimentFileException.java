package org.lenetlab.app.config;

import java.util.List;

/**
 * An experiment file is wrong: the user's mistake. Its message is the whole report, ready to print:
 * every problem with file, line, column, the line itself with a caret, and what was expected.
 */
public final class ExperimentFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  /** The problems of one file. */
  public ExperimentFileException(List<Diagnostic> diagnostics) {
    super(Report.of(diagnostics));
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** All problems, in the order of their places. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
