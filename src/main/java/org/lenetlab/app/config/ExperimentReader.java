package org.lenetlab.app.config;

import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lenetlab.api.data.DatasetSpec;
import org.lenetlab.plugin.Registry;

/** Reads experiment files. */
public final class ExperimentReader {
  private final Registry registry;

  @Inject
  public ExperimentReader(Registry registry) {
    this.registry = registry;
  }

  /**
   * Reads a file, with its parents, and puts the overrides on top.
   *
   * @param overrides each {@code dotted.path=value}, or {@code ~dotted.path} to remove
   * @throws ExperimentFileException with all problems, if there are any
   */
  public ExperimentFile read(Path file, List<String> overrides) {
    if (Files.notExists(file)) {
      throw new ExperimentFileException(
          List.of(
              new Diagnostic(
                  Severity.ERROR,
                  new Place(file.toString(), 0, 0, 0, ""),
                  "there is no such file",
                  "")));
    }
    throw new UnsupportedOperationException(
        "reading " + overrides + registry.names(DatasetSpec.class));
  }
}
