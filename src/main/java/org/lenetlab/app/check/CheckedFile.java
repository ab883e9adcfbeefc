package org.lenetlab.app.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lenetlab.api.experiment.Strategy;
import org.lenetlab.app.config.Diagnostic;
import org.lenetlab.app.config.ExperimentFile;
import org.lenetlab.app.config.ExperimentFileException;
import org.lenetlab.app.config.Trials;

/**
 * A checked experiment file with all its trials.
 *
 * @param trials one for a file without a sweep; without those that are the same as an earlier one
 * @param diagnostics all errors and warnings, in the order of their places
 */
public record CheckedFile(Trials file, List<Checked> trials, List<Diagnostic> diagnostics)
    implements CheckResult {

  public CheckedFile {
    trials = List.copyOf(trials);
    diagnostics = List.copyOf(diagnostics);
  }

  /** How its trials are chosen; nothing for a file without a sweep. */
  public Optional<Strategy> strategy() {
    return file.sweep().map(Trials.Sweep::strategy);
  }

  /** The values by axis of the trials that others are compared with; empty for none. */
  public Map<String, Set<String>> baseline() {
    return file.sweep().map(Trials.Sweep::baseline).orElse(Map.of());
  }

  /**
   * The experiments.
   *
   * @throws ExperimentFileException if there are errors; it carries all of them, and the warnings
   */
  public List<ExperimentFile> complete() {
    CheckResult.sound(List.of(this));
    return trials.stream().map(Checked::complete).toList();
  }
}
