package org.lenetlab.app.check;

import java.util.List;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.config.Diagnostic;
import org.lenetlab.app.config.ExperimentFileException;
import org.lenetlab.app.config.Report;
import org.lenetlab.app.config.Severity;

/** What was found in an experiment file. */
public sealed interface CheckResult permits Checked, CheckedFile {

  /** All errors and warnings, in the order of their places. */
  List<Diagnostic> diagnostics();

  /** Whether there are errors, not only warnings. */
  default boolean isWrong() {
    return diagnostics().stream().anyMatch(Diagnostic::isError);
  }

  /** Tells the user what should be known about an experiment that can be run, if anything. */
  default void printWarnings(Console console) {
    List<Diagnostic> warnings =
        diagnostics().stream().filter(d -> d.severity() == Severity.WARNING).toList();
    if (!warnings.isEmpty()) {
      console.err().println(Report.of(warnings, console::styled));
    }
  }

  /**
   * The same results, if none of them is wrong.
   *
   * @throws ExperimentFileException if there are errors; it carries all of them, and the warnings
   */
  static <R extends CheckResult> List<R> sound(List<R> results) {
    if (results.stream().anyMatch(CheckResult::isWrong)) {
      throw new ExperimentFileException(
          results.stream().flatMap(result -> result.diagnostics().stream()).toList());
    }
    return results;
  }
}
