package org.lenetlab.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lenetlab.app.config.YamlFile.SMALL;
import static org.lenetlab.app.config.YamlFile.smallWith;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.data.Augmentation;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.Initialization;
import org.lenetlab.api.optimizer.Schedule;
import org.lenetlab.api.spec.PerLayer;
import org.lenetlab.app.config.TestKinds.ActivationLayer;
import org.lenetlab.app.config.TestKinds.Constant;
import org.lenetlab.app.config.TestKinds.Conv;
import org.lenetlab.app.config.TestKinds.Flip;
import org.lenetlab.app.config.TestKinds.Layers;
import org.lenetlab.app.config.TestKinds.Pad;
import org.lenetlab.app.config.TestKinds.Rotate;
import org.lenetlab.app.config.TestKinds.Sgd;
import org.lenetlab.app.config.TestKinds.Template;
import org.lenetlab.app.config.TestKinds.ToRange;
import org.lenetlab.app.config.TestKinds.Zero;

/** The forms in which an experiment file may be written. */
final class ExperimentReaderTest {
  @TempDir private Path folder;

  @Test
  void defaultsComeFromTheRecords() {
    Experiment experiment = read(SMALL);
    assertThat(experiment.optimizer().method()).isEqualTo(new Sgd(0));
    assertThat(experiment.training().shuffle()).isTrue();
    assertThat(experiment.loss()).isInstanceOf(Loss.CrossEntropy.class);
    assertThat(template(SMALL).activation()).isEqualTo(PerLayer.all(new Activation.Relu()));
    assertThat(experiment.architecture().initializer().common())
        .isEqualTo(new Initialization(new Zero(), null, null));
  }

  @Test
  void listedKindsHaveFourForms() {
    String text = smallWith("dataset: {name: digits, augment: [%s]}");
    for (String form :
        List.of("rotate: 10", "rotate: {degrees: 10}", "{name: rotate, degrees: 10}")) {
      assertThat(augmentations(text.formatted(form))).containsExactly(new Rotate(10));
    }
    for (String form : List.of("flip", "flip:", "flip: {}", "{name: flip}")) {
      assertThat(augmentations(text.formatted(form))).containsExactly(new Flip());
    }
  }

  @Test
  void aShorthandMayBeAList() {
    String text = smallWith("dataset: {name: digits, transform: [{pad: 2}, {range: [-1, 1]}]}");
    assertThat(read(text).dataset().transform())
        .containsExactly(new Pad(2), new ToRange(List.of(0.0, 255.0), List.of(-1.0, 1.0)));
  }

  @Test
  void singleKindsHaveThreeForms() {
    for (String form : List.of("leaky-relu", "{name: leaky-relu}", "{leaky-relu: 0.01}")) {
      String text = smallWith("architecture: {name: template, activation: " + form + "}");
      assertThat(template(text).activation().common()).isEqualTo(new Activation.LeakyRelu(0.01f));
    }
  }

  @Test
  void aBlockMayBeTheNameOfItsKind() {
    assertThat(read(smallWith("dataset: digits")))
        .isEqualTo(read(smallWith("dataset: {name: digits}")));
  }

  @Test
  void settingsPerLayerNameTheLayers() {
    String text =
        smallWith("architecture: {name: template, activation: {C1: tanh, F2: {leaky-relu: 0.2}}}");
    assertThat(template(text).activation())
        .isEqualTo(
            new PerLayer<>(
                null, Map.of("C1", new Activation.Tanh(), "F2", new Activation.LeakyRelu(0.2f))));
  }

  @Test
  void initializersTellWeightsFromBiases() {
    Constant half = new Constant(0.5f);
    assertThat(initializer("{constant: 0.5}")).isEqualTo(initialization(half, null));
    assertThat(initializer("{name: constant, value: 0.5}")).isEqualTo(initialization(half, null));
    assertThat(initializer("{weights: {constant: 0.5}, biases: pytorch-default}"))
        .isEqualTo(initialization(half, new Zero()));
    assertThat(initializer("{C1: {constant: 0.5}, default: pytorch-default}"))
        .isEqualTo(
            new PerLayer<>(
                new Initialization(new Zero(), null, null),
                Map.of("C1", new Initialization(half, null, null))));
  }

  @Test
  void layersAreListedByKind() {
    String text =
        smallWith(
            "architecture: {name: layers, layers: [conv: {name: C1, maps: 6, kernel: 5},"
                + " activation: tanh, activation: {name: leaky-relu, slope: 0.2}]}");
    assertThat(((Layers) read(text).architecture().template()).layers())
        .containsExactly(
            new Conv("C1", 6, 5),
            new ActivationLayer(new Activation.Tanh()),
            new ActivationLayer(new Activation.LeakyRelu(0.2f)));
  }

  @Test
  void learningRatesHaveFourForms() {
    assertThat(schedule("1e-3")).isEqualTo(new Schedule.Constant(0.001));
    assertThat(schedule("{1: 0.1, 3: 0.01}"))
        .isEqualTo(new Schedule.ByEpoch(Map.of(1, 0.1, 3, 0.01)));
    assertThat(schedule("{step: {from: 0.1, factor: 0.5, every: 2}}"))
        .isEqualTo(new Schedule.Step(0.1, 0.5, 2));
    assertThat(schedule("{cosine: {from: 0.1, to: 0}}")).isEqualTo(new Schedule.Cosine(0.1, 0));
  }

  @Test
  void aSingleNumberStandsForAListOfOne() {
    String text = smallWith("expect: [{metric: test-error, value: 0.95, source: LeCun 1998}]");
    assertThat(read(text).expect().getFirst().value()).containsExactly(0.95);
  }

  @Test
  void whateverLooksLikeANumberIsTextWhereTextBelongs() {
    assertThat(read(smallWith("name: 1998")).name()).isEqualTo("1998");
    assertThat(
            ((Loss.RbfMap) read(smallWith("loss: {name: rbf-map, scale: 1/84}")).loss())
                .scale()
                .value())
        .isEqualTo(1.0 / 84);
  }

  @Test
  void anOptionalKeyMayBeLeftEmpty() {
    assertThat(read(smallWith("backend:")).backend()).isNull();
  }

  @Test
  void filesOfWindowsEditorsAreRead() {
    assertThat(read("\uFEFF" + SMALL.replace("\n", "\r\n"))).isEqualTo(read(SMALL));
  }

  private Experiment read(String text) {
    return new YamlFile(folder).read(text).experiment();
  }

  private Template template(String text) {
    return (Template) read(text).architecture().template();
  }

  private List<Augmentation> augmentations(String text) {
    return read(text).dataset().augment();
  }

  private PerLayer<Initialization> initializer(String form) {
    return read(smallWith("architecture: {name: template, initializer: " + form + "}"))
        .architecture()
        .initializer();
  }

  private static PerLayer<Initialization> initialization(Constant weights, @Nullable Zero biases) {
    return PerLayer.all(new Initialization(weights, biases, null));
  }

  private Schedule schedule(String form) {
    return read(smallWith("optimizer: {name: sgd, learning-rate: " + form + "}"))
        .optimizer()
        .learningRate();
  }
}
