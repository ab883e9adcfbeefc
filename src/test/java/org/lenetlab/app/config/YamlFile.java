package org.lenetlab.app.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lenetlab.app.config.model.Catalog;

/** Experiment files of tests: written to a folder, read with the kinds of {@link TestKinds}. */
record YamlFile(Path folder) {
  private static final ExperimentReader READER =
      new ExperimentReader(new Catalog(TestKinds.registry()));

  /** A complete file; tests put other blocks in place of its own. */
  static final String SMALL =
      """
      name: small
      dataset: {name: digits}
      architecture: {name: template}
      optimizer: {name: sgd, learning-rate: 0.1}
      training: {epochs: 2, batch-size: 64}
      """;

  /** {@link #SMALL} with one top-level line replaced, or added where there is none of its key. */
  static String smallWith(String line) {
    String key = line.substring(0, line.indexOf(':'));
    String without = SMALL.replaceAll("(?m)^" + key + ":.*\n", "");
    return without + line + "\n";
  }

  void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ExperimentFile read(String text, String... overrides) {
    write("experiment.yaml", text);
    return READER.read(folder.resolve("experiment.yaml"), List.of(overrides));
  }

  Trials trials(String text, String... overrides) {
    write("experiment.yaml", text);
    return READER.trials(folder.resolve("experiment.yaml"), List.of(overrides));
  }

  /** The report on a wrong file, with paths relative to the folder. */
  String complaints(String text, String... overrides) {
    ExperimentFileException e =
        catchThrowableOfType(ExperimentFileException.class, () -> read(text, overrides));
    return String.valueOf(e.getMessage()).replace(folder + "/", "");
  }
}
