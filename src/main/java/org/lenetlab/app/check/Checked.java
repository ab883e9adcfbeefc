package org.lenetlab.app.check;

import java.util.List;
import java.util.Optional;
import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.network.Network;
import org.lenetlab.app.cli.MachineException;
import org.lenetlab.app.config.Diagnostic;
import org.lenetlab.app.config.Draft;
import org.lenetlab.app.config.ExperimentFile;
import org.lenetlab.app.config.ExperimentFileException;
import org.lenetlab.app.config.Severity;

/**
 * A checked experiment file.
 *
 * @param diagnostics all errors and warnings, in the order of their places
 * @param data what is known of the dataset; nothing where the file or the data does not tell
 * @param network the planned network; where the images are too small for it, as it would be for
 *     padded ones; nothing where there is none
 */
public record Checked(
    Draft draft,
    List<Diagnostic> diagnostics,
    Optional<DatasetInfo> data,
    Optional<Network> network)
    implements CheckResult {

  public Checked {
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * The network of an experiment that is not wrong.
   *
   * @throws MachineException if its shapes depend on data that is not there
   */
  public Network requireNetwork() {
    return network.orElseThrow(() -> new MachineException(String.join("\n", missingData())));
  }

  private List<String> missingData() {
    return diagnostics.stream()
        .filter(d -> d.severity() == Severity.NOTE)
        .map(Diagnostic::hint)
        .toList();
  }

  /**
   * The experiment.
   *
   * @throws ExperimentFileException if there are errors; it carries all of them, and the warnings
   */
  public ExperimentFile complete() {
    CheckResult.sound(List.of(this));
    return draft.complete();
  }
}
