package org.lenetlab.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.optimizer.Schedule;

final class ExperimentReaderTest {
  private static final String SMALL =
      """
      name: small
      dataset: {name: digits}
      architecture: {name: template}
      optimizer: {name: sgd, learning-rate: 0.1}
      training: {epochs: 2, batch-size: 64}
      """;

  private final ExperimentReader reader = new ExperimentReader(TestKinds.registry());
  @TempDir private Path folder;

  @Test
  void defaultsComeFromTheRecords() throws IOException {
    Experiment experiment = read(SMALL).experiment();
    assertThat(experiment.training().logEvery()).isEqualTo(100);
    assertThat(experiment.optimizer().learningRate()).isEqualTo(new Schedule.Constant(0.1));
    assertThat(((TestKinds.Template) experiment.architecture().template()).activation().common())
        .isEqualTo(new Activation.Relu());
  }

  private ExperimentFile read(String text, String... overrides) throws IOException {
    Path file = folder.resolve("experiment.yaml");
    Files.writeString(file, text);
    return reader.read(file, List.of(overrides));
  }
}
