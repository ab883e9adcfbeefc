package org.lenetlab.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lenetlab.app.config.YamlFile.SMALL;
import static org.lenetlab.app.config.YamlFile.smallWith;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The resolved experiment, as YAML for readers and as JSON for the identity of a run. */
final class ResolvedFileTest {
  static final String RICH =
      """
      name: rich
      about: "colon: and # hash"
      dataset:
        name: folder
        path: data/digits
        only: ["0", "1", yes, 1e3]
        limit: 100
        transform: [{pad: 2}, {range: [-0.1, 1.175]}]
        augment: [flip, {rotate: 12.5}]
      architecture:
        name: template
        activation: {C1: relu, F2: {leaky-relu: 0.2}, default: tanh}
        table: |
          X.X
          .X.
        initializer: {C1: {weights: {constant: 0.5}, biases: pytorch-default}, F2: {constant: 1}}
      loss: {name: rbf-map, scale: 1/84}
      optimizer: {name: momentum, learning-rate: {1: 0.0005, 3: 0.0002, 13: 1e-5}}
      training: {epochs: 20, batch-size: 1, log-every: 100, early-stopping: {patience: 3}}
      device: cpu
      backend: plain
      expect:
        - {metric: test-error, epoch: 5, value: 0.95, within: 0.2, unit: "%", source: "LeCun et al. 1998, Fig. 9"}
        - {shape: C1, value: [6, 14, 14], source: x}
        - {metric: test-accuracy, reference: {mean: 98.80, sd: 0.10, n: 5}, source: y}
      """;

  static final String LAYERS =
      smallWith(
          "architecture: {name: layers, layers: [conv: {name: C1, maps: 6, kernel: 5}, {activation:"
              + " tanh}, {activation: {name: leaky-relu, slope: 0.2}}, {dense: {units: 10}}]}");

  @TempDir private Path folder;
  private YamlFile files;

  @BeforeEach
  void openFolder() {
    files = new YamlFile(folder);
  }

  @Test
  void readsBackAsTheSameExperiment() {
    for (String text : List.of(SMALL, RICH, LAYERS)) {
      ExperimentFile file = files.read(text);
      ExperimentFile again = files.read(file.resolved());
      assertThat(again.experiment()).isEqualTo(file.experiment());
      assertThat(again.resolved()).isEqualTo(file.resolved());
    }
  }

  @Test
  void showsEveryDefaultInTheFormsThatPeopleWrite() {
    assertThat(files.read(RICH).resolved())
        .isEqualTo(
            """
            name: rich
            about: 'colon: and # hash'
            dataset:
              name: folder
              path: data/digits
              only: ['0', '1', yes, '1e3']
              limit: 100
              validation: 0
              transform: [{pad: 2}, {range: {from: [0, 255], to: [-0.1, 1.175]}}]
              augment: [flip, {rotate: 12.5}]
            architecture:
              name: template
              activation: {C1: relu, F2: {name: leaky-relu, slope: 0.2}, default: tanh}
              maps: [6, 16]
              table: |-
                X.X
                .X.
              initializer:
                C1: {weights: {name: constant, value: 0.5}, biases: pytorch-default}
                F2: {weights: {name: constant, value: 1}}
            loss:
              name: rbf-map
              j: 10
              scale: 1/84
            optimizer:
              name: momentum
              momentum: 0.9
              nesterov: false
              weight-decay: 0
              learning-rate: {1: 0.0005, 3: 0.0002, 13: 0.00001}
            training:
              epochs: 20
              batch-size: 1
              shuffle: true
              log-every: 100
              log-steps: false
              early-stopping: {metric: validation-accuracy, patience: 3}
            device: cpu
            backend: plain
            seed: 1
            repeats: 1
            expect:
              - metric: test-error
                epoch: 5
                value: [0.95]
                within: 0.2
                unit: '%'
                erratum: ''
                source: LeCun et al. 1998, Fig. 9
              - {shape: C1, value: [6, 14, 14], unit: '', erratum: '', source: x}
              - metric: test-accuracy
                value: []
                reference: {mean: 98.8, sd: 0.1, n: 5}
                unit: ''
                erratum: ''
                source: y
            """);
  }

  @Test
  void showsASweepInTheOrderOfItsAxesAndReadsBackAsItsTrials() {
    String sweep =
        SMALL
            + """
            sweep:
              axes:
                training.epochs: [1, 2]
                architecture.activation: {without: null, relu: relu}
                loss: [mse, {cross-entropy: {scale: 1/2}}]
              exclude: [{training.epochs: 2, loss: mse}]
            """;
    String resolved = files.read(sweep).resolved();
    assertThat(resolved)
        .endsWith(
            """
            sweep:
              strategy: grid
              axes:
                training.epochs: [1, 2]
                architecture.activation: {without: null, relu: relu}
                loss: [mse, {cross-entropy: {scale: 1/2}}]
              exclude: [{training.epochs: 2, loss: mse}]
              baseline: {}
            """);
    assertThat(files.read(resolved).resolved()).isEqualTo(resolved);
  }

  @Test
  void aSweepThatIsWrongIsNotShown() {
    assertThat(files.complaints(SMALL + "sweep: {axes: {training.epoch: []}}\n"))
        .contains("the axis has no values");
    assertThat(
            files.complaints(
                SMALL + "sweep: {axes: {training.epochs: [1, 2]}, exclude: [{loss: mse}]}\n"))
        .contains("loss");
  }

  @Test
  void jsonIsTheSameHoweverTheFileIsWritten() {
    List<String> keys = List.of("dataset", "training", "backend", "nothing");
    String json = files.read(SMALL).canonicalJson(keys);
    assertThat(json)
        .isEqualTo(
            "{\"dataset\":{\"augment\":[],\"name\":\"digits\",\"transform\":[],\"validation\":0},"
                + "\"training\":{\"batch-size\":64,\"epochs\":2,\"log-every\":0,"
                + "\"log-steps\":false,\"shuffle\":true}}");
    String other =
        """
        training:
          log-every: 0   # the default, written out
          batch-size: 64
          epochs: 2.0
        optimizer: {learning-rate: 1e-1, name: sgd}
        architecture: template
        dataset: digits
        name: other
        """;
    assertThat(files.read(other).canonicalJson(keys)).isEqualTo(json);
  }

  @Test
  void neitherNamesNorPlatformNorHowOftenTrainingTellsOfItselfDecideItsBits() {
    String deciding = files.read(SMALL).deciding();
    assertThat(deciding)
        .startsWith("{\"architecture\":{\"activation\":")
        .contains("\"training\":{\"batch-size\":64,\"epochs\":2,\"log-steps\":false,");
    String telling = smallWith("training: {epochs: 2, batch-size: 64, log-every: 7}");
    assertThat(files.read(telling + "device: cpu\nseed: 3\nabout: x\n").deciding())
        .isEqualTo(deciding);
    String longer = smallWith("training: {epochs: 3, batch-size: 64}");
    assertThat(files.read(longer).deciding()).isNotEqualTo(deciding);
  }
}
