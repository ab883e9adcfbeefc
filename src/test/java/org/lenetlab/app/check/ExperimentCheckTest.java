package org.lenetlab.app.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.app.config.Diagnostic;
import org.lenetlab.app.config.ExperimentFileException;
import org.lenetlab.app.config.ExperimentReader;
import org.lenetlab.app.config.Report;
import org.lenetlab.app.config.TestKinds;
import org.lenetlab.app.config.model.Catalog;
import org.lenetlab.app.machine.BackendResolver;

/** Mistakes that show only when several values are looked at together. */
final class ExperimentCheckTest {
  private static final String SOUND =
      """
      name: sound
      dataset: {name: digits}
      architecture: {name: template}
      optimizer: {name: sgd, learning-rate: 0.1}
      training: {epochs: 10, batch-size: 64}
      """;

  @TempDir private Path folder;

  @Test
  void tenMistakesOfTenSortsAreReportedAtOnce() {
    String report =
        Report.of(check(resource("ten-mistakes.yaml")).diagnostics(), (style, text) -> text);
    assertThat(report.replace(folder + "/", "")).isEqualTo(resource("ten-mistakes.txt"));
    assertThat(report.lines().filter(line -> line.startsWith("error: "))).hasSize(10);
  }

  @Test
  void aSoundFileGivesTheNetwork() {
    Checked checked = check(SOUND);
    assertThat(checked.diagnostics()).isEmpty();
    assertThat(checked.network().orElseThrow().toString())
        .isEqualTo("1@28×28 → C1 6@24×24 → F2 10");
    assertThat(checked.complete().experiment().name()).isEqualTo("sound");
  }

  @Test
  void aWrongFileCannotBeCompleted() {
    Checked checked =
        check(SOUND.replace("batch-size: 64", "batch-size: 64, early-stopping: {patience: 1}"));
    assertThatThrownBy(checked::complete)
        .isInstanceOf(ExperimentFileException.class)
        .hasMessageContaining("early stopping needs validation examples");
  }

  @Test
  void anUnreadableFileGivesOnlyItsOwnProblem() {
    assertThat(messages("name: [")).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dataset: {name: digits, validation: 60000} | 2:37: error: expected fewer than the 60,000 training examples of the dataset
          dataset: {name: digits, validation: 1, limit: 60000} | 2:47: error: expected at most 59,999: the dataset has 60,000 training examples, of which validation takes 1
          dataset: {name: digits, augment: [{rotate: 10}, flip]} | 2:49: warning: flip changes what digits mean
          dataset: {name: digits, limit: 63}         | 5:36: warning: a batch is larger than the training set
          architecture: {name: layers, layers: [{dense: {units: 9}}]} | 3:39: error: the last layer has 9 outputs, the dataset 10 classes
          architecture: {name: template, initializer: {C9: pytorch-default, default: pytorch-default}} | 3:46: error: there is no layer C9; the layers are C1, F2
          loss: rbf-map                              | 6:7: error: this loss is about distances to RBF targets, which the network does not end with; use cross-entropy or mse, or an rbf head
          optimizer: {name: sgd, learning-rate: {1: 0.1, 11: 0.01}} | 4:52: warning: the learning rate from epoch 11 on is never used
          optimizer: {name: sgd, learning-rate: {step: {from: 1, factor: 0.1, every: 10}}} | 4:76: warning: the learning rate never steps
          optimizer: {name: second-order, learning-rate: 0.1} | 4:19: error: second-order needs second derivatives, which the backend plain does not have
          device: cuda                               | 6:9: error: no backend here has code for GPUs
          expect: [{shape: C2, value: [1, 1, 1], source: x}] | 6:18: error: there is no layer 'C2'
          expect: [{count: parameters, layer: F1, value: 1, source: x}] | 6:37: error: there is no layer 'F1'
          expect: [{metric: test-error, epoch: 11, value: 1, source: x}] | 6:38: warning: this claim cannot be judged
          expect: [{metric: validation-error, value: 1, source: x}] | 6:19: error: there are no validation images
          """)
  void whatDoesNotFitTogetherIsLocated(String line, String message) {
    String key = line.substring(0, line.indexOf(':') + 1);
    String text =
        SOUND.contains("\n" + key)
            ? SOUND.replaceAll("(?m)^" + key + ".*$", line)
            : SOUND + line + "\n";
    assertThat(messages(text)).containsExactly(message);
  }

  @Test
  void aNetworkForLargerImagesSuggestsPaddingAndIsCheckedOn() {
    String large =
        SOUND.replace(
            "{name: template}",
            "{name: layers, layers: [{conv: {maps: 6, kernel: 29}}, {dense: {units: 10}}]}");
    assertThat(check(large + "loss: rbf-map\n").diagnostics())
        .extracting(Diagnostic::message, Diagnostic::hint)
        .satisfiesExactly(
            tooSmall ->
                assertThat(tooSmall)
                    .isEqualTo(
                        tuple(
                            "a 29×29 kernel is larger than its input of 1@28×28",
                            "it fits images of 32×32: dataset.transform: [{pad: 2}]")),
            loss -> assertThat(loss.toList().getFirst()).asString().contains("rbf head"));
    assertThat(check(large.replace("29", "33")).diagnostics())
        .extracting(Diagnostic::hint)
        .containsExactly("");
  }

  private List<String> messages(String text) {
    return check(text).diagnostics().stream().map(ExperimentCheckTest::inOneLine).toList();
  }

  private static String inOneLine(Diagnostic diagnostic) {
    return "%d:%d: %s: %s"
        .formatted(
            diagnostic.place().line(),
            diagnostic.place().column(),
            diagnostic.isError() ? "error" : "warning",
            diagnostic.message());
  }

  private Checked check(String text) {
    Catalog catalog = new Catalog(TestKinds.registry());
    Path file = folder.resolve("experiment.yaml");
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ExperimentCheck(
            new ExperimentReader(catalog), catalog, new BackendResolver(TestKinds.registry()))
        .check(
            file, List.of(), new DataAccess(List.of(), folder, null, folder, true, progress -> {}));
  }

  private static String resource(String name) {
    try (InputStream in = ExperimentCheckTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
