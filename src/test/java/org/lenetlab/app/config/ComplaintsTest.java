package org.lenetlab.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lenetlab.app.config.YamlFile.SMALL;
import static org.lenetlab.app.config.YamlFile.smallWith;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is said about wrong files: each mistake once, and nothing that only follows from another.
 */
final class ComplaintsTest {
  private static final Pattern TITLE = Pattern.compile("(?m)^error: (.*)$");

  @TempDir private Path folder;
  private YamlFile files;

  @BeforeEach
  void openFolder() {
    files = new YamlFile(folder);
  }

  private static List<String> titles(String complaints) {
    return TITLE.matcher(complaints).results().map(match -> match.group(1)).toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          just text                 | expected keys with values, as in 'name: my-lenet'
          - a                       | expected keys with values, as in 'name: my-lenet'
          'name: [1, 2'             | not YAML: expected ',' or ']', but got <stream end>
          'a: b: c'                 | not YAML: mapping values are not allowed here
          'name: *x'                | not YAML: found undefined alias x
          '? [a]'                   | not YAML: Non scalar key is detected but it is not configured to be allowed.
          'extends: missing.yaml'   | there is no file missing.yaml
          'extends: experiment.yaml'| a file cannot extend itself
          'extends: [a]'            | extends takes one file
          """)
  void filesThatCannotBeReadGetOneMessage(String text, String title) {
    assertThat(titles(files.complaints(text))).containsExactly(title);
  }

  @Test
  void anEmptyFileIsNamed() {
    for (String nothing : List.of("", "# nothing", "\n", "\n\n")) {
      assertThat(titles(files.complaints(nothing))).containsExactly("the file is empty");
    }
  }

  @Test
  void tabsAreNamed() {
    assertThat(titles(files.complaints("training:\n\tepochs: 5\n")))
        .containsExactly("a tab cannot indent");
  }

  @Test
  void whatYamlAllowsAndExperimentsDoNotUseIsRefused() {
    assertThat(titles(files.complaints(SMALL + "seed: &one 1\n")))
        .containsExactly("the anchor &one is not allowed");
    assertThat(titles(files.complaints(SMALL + "expect: &self [*self]\n")))
        .contains("the anchor &self is not allowed");
    assertThat(titles(files.complaints(SMALL + "about: !markup b\n")))
        .containsExactly("the tag !markup is not allowed");
    assertThat(titles(files.complaints(SMALL + "seed: 1\nseed: 2\nseed: 3\n")))
        .containsExactly("the key 'seed' is given twice", "the key 'seed' is given twice");
    assertThat(titles(files.complaints(SMALL + "---\n" + SMALL)))
        .containsExactly("not YAML: but found another document");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dataset: [digits]                        | dataset must be the name of a dataset, or a map of its keys, not a list
          'dataset:'                               | dataset must be the name of a dataset, or a map of its keys, not nothing
          dataset: {validation: 3}                 | the key 'name' is missing in dataset
          dataset: {name: digit}                   | unknown dataset 'digit'
          dataset: {name: digits, transform: {pad: 2}} | transform must be a list, not a map of keys
          dataset: {name: digits, transform: [pad]} | the key 'by' is missing in an item of transform
          dataset: {name: digits, transform: [{pad: two}]} | this must be a whole number of at least 0, not 'two'
          dataset: {name: digits, transform: [{pad: 1, range: [0, 1]}]} | expected exactly one transform here
          dataset: {name: digits, transform: [{range: [0, 1]}, {pad: 1}]} | a transform of pixels comes after one of values; move it up
          dataset: {name: digits, augment: [{rotate: 181}]} | this must be a number from 0 to 180, not 181
          dataset: {name: digits, augment: [7]}    | an item of augment must be the name of an augmentation, or a map of its keys, not 7
          architecture: {name: layers, layers: [conv]} | the keys 'maps', 'kernel' are missing in conv
          architecture: {name: layers, layers: [cnov: {maps: 6}]} | unknown layer 'cnov'
          architecture: {name: layers, layers: [conv: {maps: 6, kernl: 5}]} | unknown key 'kernl' in conv
          architecture: {name: template, activation: {C1: relu, F2: rellu}} | unknown activation 'rellu'
          architecture: {name: template, activation: [relu]} | activation must be the name of an activation, or a map of its keys, not a list
          architecture: {name: template, initializer: {wights: constant, biases: pytorch-default}} | unknown key 'wights' in initializer
          architecture: {name: template, table: O} | expected full, or X and .
          loss: {name: mse, reduction: half_sum}   | reduction cannot be 'half_sum'
          loss: {name: mse, scale: 0}              | expected a positive factor, not '0'
          optimizer: {name: sgd, learning_rate: 1} | unknown key 'learning_rate' in optimizer
          optimizer: {name: sgd, learning-rate: fast} | learning-rate must be a number above 0, not 'fast'
          optimizer: {name: sgd, learning-rate: {name: x}} | unknown schedule 'name'
          optimizer: {name: sgd, learning-rate: {cosin: {}}} | unknown schedule 'cosin'
          optimizer: {name: sgd, learning-rate: {2: 0.1}} | the table has no rate for epoch 1
          optimizer: {name: sgd, learning-rate: {1: 0.1, x: 2}} | the keys of learning-rate must be whole numbers
          optimizer: {name: momentum, learning-rate: 1, momentum: 1} | momentum must be a number of at least 0 and below 1, not 1
          training: {epochs: 1.5, batch-size: 1}   | epochs must be a whole number of at least 1, not 1.5
          training: {epochs: 99999999999, batch-size: 1} | epochs must be a whole number of at least 1, not 99999999999
          training: {epochs: 1e999999999, batch-size: 1} | epochs must be a whole number of at least 1, not '1e999999999'
          training: {epochs: .inf, batch-size: 1}  | epochs must be a whole number of at least 1, not '.inf'
          training: {epochs: 1, batch-size: 1, early-stopping: {patience: 3, metric: test-accuracy}} | expected validation-accuracy or validation-loss: test images never choose
          seed: 99999999999999999999               | seed must be a whole number, not 99999999999999999999
          device: gpu                              | device cannot be 'gpu'
          expect: [{count: parameters, value: [1, 2], source: x}] | expected one number
          learning-rate: 0.1                       | unknown key 'learning-rate' in the experiment
          """)
  void aWrongValueGetsOneMessage(String line, String title) {
    assertThat(titles(files.complaints(smallWith(line)))).containsExactly(title);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          seed                         | this is no override
          =5                           | this is no override
          training..epochs=5           | this is no override
          ~                            | this is no override
          training.epochs=             | epochs must be a whole number of at least 1, not nothing
          training.epochs=[1           | not YAML: expected ',' or ']', but got <stream end>
          training.epoch=5             | unknown key 'epoch' in training
          optimizer.name=adam          | unknown optimizer 'adam'
          ~training.epoch              | there is no 'epoch' to remove
          """)
  void aWrongOverrideGetsOneMessage(String override, String title) {
    String complaints = files.complaints(SMALL, override);
    assertThat(titles(complaints)).containsExactly(title);
    assertThat(complaints).contains("--> command line").contains("--set " + override);
  }

  @Test
  void aMistakeInAParentIsShownThere() {
    files.write("parent.yaml", smallWith("seed: one"));
    assertThat(files.complaints("extends: parent.yaml\nname: child\n"))
        .isEqualTo(
            """
            error: seed must be a whole number, not 'one'
             --> parent.yaml:6:7
              |
            6 | seed: one
              |       ^^^ of the first run; run k of the repeats has seed + k
            """);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          epochs: 2                                | it belongs elsewhere: training.epochs
          training: {epochs: 1, batch-size: 1, seed: 3, patience: 1} | it belongs elsewhere: training.early-stopping.patience
          training: {epochs: 1, batch-size: 1, seed: 3} | it belongs elsewhere: seed
          weight-decay: 0.1                        | it belongs elsewhere: optimizer.weight-decay
          architecture: {name: template, activation: rellu} | did you mean 'relu'? the activations are leaky-relu, relu, tanh
          optimizer: {name: sgd, learning-rate: 1, nesterov: true} | the keys are weight-decay, name, learning-rate
          """)
  void aKeyOfAnotherBlockIsSentThere(String line, String hint) {
    assertThat(files.complaints(smallWith(line))).contains(hint);
  }

  @Test
  void aMissingFileSuggestsItsNeighbour() {
    files.write("lenet5.yaml", SMALL);
    assertThat(files.complaints("extends: lenet-5.yaml\n")).contains("did you mean lenet5.yaml?");
  }

  @Test
  void caretsStandRightUnderChineseText() {
    assertThat(files.complaints(smallWith("training: {训练: 1, epochs: 1, batch-size: x}")))
        .contains(
            """
            5 | training: {训练: 1, epochs: 1, batch-size: x}
              |            ^^^^ the keys are\
            """)
        .contains(
            """
            5 | training: {训练: 1, epochs: 1, batch-size: x}
              |                                            ^
            """);
  }
}
