package org.lenetlab.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lenetlab.app.config.YamlFile.SMALL;
import static org.lenetlab.app.config.YamlFile.smallWith;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.Initialization;
import org.lenetlab.api.network.LayerSpec;
import org.lenetlab.api.optimizer.Schedule;
import org.lenetlab.api.spec.PerLayer;
import org.lenetlab.app.config.TestKinds.Conv;
import org.lenetlab.app.config.TestKinds.DenseLayer;
import org.lenetlab.app.config.TestKinds.Layers;
import org.lenetlab.app.config.TestKinds.Momentum;
import org.lenetlab.app.config.TestKinds.Pad;
import org.lenetlab.app.config.TestKinds.Rotate;
import org.lenetlab.app.config.TestKinds.Sgd;
import org.lenetlab.app.config.TestKinds.Template;

/** What {@code extends} and {@code --set} put on top of each other. */
final class LayeringTest {
  @TempDir private Path folder;
  private YamlFile files;

  @BeforeEach
  void openFolder() {
    files = new YamlFile(folder);
  }

  @Test
  void mapsMergeAndListsReplace() {
    files.write(
        "parent.yaml",
        smallWith("dataset: {name: digits, validation: 5, transform: [{pad: 2}, {pad: 1}]}"));
    Experiment child =
        read("extends: parent.yaml\nname: child\ndataset: {transform: [{pad: 4}]}\n");
    assertThat(child.name()).isEqualTo("child");
    assertThat(child.dataset().validation()).isEqualTo(5);
    assertThat(child.dataset().transform()).containsExactly(new Pad(4));
  }

  @Test
  void parentsHaveParents() {
    files.write("grandparent.yaml", SMALL);
    files.write("parent.yaml", "extends: grandparent.yaml\nseed: 5\nrepeats: 2\n");
    Experiment child = read("extends: parent.yaml\nrepeats: 3\n");
    assertThat(List.of(child.seed(), (long) child.repeats())).containsExactly(5L, 3L);
  }

  @Test
  void overridesComeLast() {
    Experiment experiment =
        read(SMALL, "training.epochs=7", "optimizer.learning-rate=1e-3", "training.epochs=9");
    assertThat(experiment.training().epochs()).isEqualTo(9);
    assertThat(experiment.optimizer().learningRate()).isEqualTo(new Schedule.Constant(0.001));
  }

  @Test
  void anotherKindKeepsTheKeysThatItHas() {
    ExperimentFile file =
        files.read(
            smallWith(
                "optimizer: {name: momentum, nesterov: true, weight-decay: 0.1, learning-rate:"
                    + " 0.1}"),
            "optimizer.name=sgd");
    assertThat(file.experiment().optimizer().method()).isEqualTo(new Sgd(0.1));
    assertThat(file.dropped()).hasSize(1);
    assertThat(Report.of(file.dropped()).replace(folder + "/", ""))
        .isEqualTo(
            """
            note: sgd has no nesterov: left out
            --> command line
             |
             | --set optimizer.name=sgd
             |                      ^^^ as given in experiment.yaml:5:29
            """);
  }

  @Test
  void aParentMayLeaveTheKindToItsChildren() {
    files.write("parent.yaml", SMALL.replace("name: sgd", "momentum: 0.5"));
    assertThat(read("extends: parent.yaml\noptimizer: momentum\n").optimizer().method())
        .isEqualTo(new Momentum(0.5, false, 0));
    assertThat(files.complaints("extends: parent.yaml\noptimizer: sgd\n"))
        .contains("unknown key 'momentum' in optimizer");
  }

  @Test
  void aKindMayBeSetByItsNameAlone() {
    assertThat(read(SMALL, "optimizer=momentum").optimizer().method())
        .isEqualTo(new Momentum(0.9, false, 0));
    assertThat(read(SMALL, "loss=mse").loss()).isInstanceOf(Loss.MeanSquaredError.class);
  }

  @Test
  void aBareValueReplacesAWholeBlock() {
    String text =
        smallWith(
            "architecture: {name: template, initializer: {weights: {constant: 1}, biases:"
                + " {constant: 2}}}");
    assertThat(initialization(read(text, "architecture.initializer=pytorch-default")).biases())
        .isNull();
    assertThat(
            initialization(read(text, "architecture.initializer.weights=pytorch-default")).biases())
        .isEqualTo(new TestKinds.Constant(2));
  }

  private static Initialization initialization(Experiment experiment) {
    Initialization common = experiment.architecture().initializer().common();
    assertThat(common).isNotNull();
    return common;
  }

  @Test
  void itemsOfListsAreSetByTheirNumberOrName() {
    String text =
        smallWith(
            "architecture: {name: layers, layers: [conv: {name: C1, maps: 6, kernel: 5}, dense:"
                + " {units: 10}]}");
    assertThat(layers(read(text, "architecture.layers.0.conv.kernel=3")))
        .contains(new Conv("C1", 6, 3));
    assertThat(layers(read(text, "architecture.layers.0.kernel=3"))).contains(new Conv("C1", 6, 3));
    assertThat(layers(read(text, "architecture.layers.C1.kernel=3")))
        .contains(new Conv("C1", 6, 3));
    assertThat(layers(read(text, "~architecture.layers.C1")))
        .containsExactly(new DenseLayer(null, 10));
    String augmented = smallWith("dataset: {name: digits, augment: [flip, {rotate: 10}]}");
    assertThat(read(augmented, "dataset.augment.1.rotate=20").dataset().augment())
        .contains(new Rotate(20));
    assertThat(read(augmented, "dataset.augment.1.degrees=30").dataset().augment())
        .contains(new Rotate(30));
  }

  private static List<LayerSpec> layers(Experiment experiment) {
    return ((Layers) experiment.architecture().template()).layers();
  }

  @Test
  void oneLayerIsSetApartFromTheOthers() {
    Experiment experiment =
        read(SMALL, "architecture.activation=tanh", "architecture.activation.C1=relu");
    assertThat(((Template) experiment.architecture().template()).activation())
        .isEqualTo(new PerLayer<>(new Activation.Tanh(), Map.of("C1", new Activation.Relu())));
  }

  @Test
  void learningRatesMergeOnlyWithTheirLike() {
    String table = smallWith("optimizer: {name: sgd, learning-rate: {1: 0.1, 5: 0.01}}");
    assertThat(rate(read(table, "optimizer.learning-rate.5=0.02")))
        .isEqualTo(new Schedule.ByEpoch(Map.of(1, 0.1, 5, 0.02)));
    assertThat(rate(read(table, "optimizer.learning-rate={cosine: {from: 1, to: 0}}")))
        .isEqualTo(new Schedule.Cosine(1, 0));
  }

  private static Schedule rate(Experiment experiment) {
    return experiment.optimizer().learningRate();
  }

  @Test
  void removedKeysFallBackToTheirDefaults() {
    String text = smallWith("optimizer: {name: momentum, momentum: 0.5, learning-rate: 0.1}");
    assertThat(read(text, "~optimizer.momentum").optimizer().method())
        .isEqualTo(new Momentum(0.9, false, 0));
    String layered = smallWith("dataset: {name: digits, augment: [flip, {rotate: 10}]}");
    assertThat(read(layered, "~dataset.augment.0").dataset().augment())
        .containsExactly(new Rotate(10));
  }

  private Experiment read(String text, String... overrides) {
    return files.read(text, overrides).experiment();
  }
}
