package org.lenetlab.app.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenetlab.app.Lenet;
import org.lenetlab.app.cli.ExitCode;

final class FidelityCommandTest {
  private static final String CLASSIC = "experiments/lenet5-classic.yaml";
  private static final String PUBLISHED = "LeNet-5 as published (LeCun et al. 1998)";

  @TempDir Path folder;

  private static Lenet fidelity(String... arguments) {
    String[] words = new String[arguments.length + 1];
    words[0] = "fidelity";
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    Lenet run = Lenet.run(words);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
    return run;
  }

  /** The deviations as comma-separated values, without the head. */
  private static String deviations(String... arguments) {
    String[] words = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, words, 0, arguments.length);
    words[arguments.length] = "--format";
    words[arguments.length + 1] = "csv";
    return fidelity(words).out().replace("\r\n", "\n").substring("what,1998,here\n".length());
  }

  @Test
  void classicNetworkDoesNotDeviate() {
    assertThat(fidelity(CLASSIC).out())
        .contains("Layer by layer, it is " + PUBLISHED + ", 60,000 parameters")
        .contains("No deviations from " + PUBLISHED)
        .contains("total                                      60,000       60,000");
    assertThat(deviations(CLASSIC)).isEmpty();
  }

  @Test
  void quickstartDeviatesInNearlyEverything() {
    assertThat(deviations("experiments/quickstart.yaml"))
        .isEqualTo(
            """
            dataset,MNIST,synthetic digits
            training images,"60,000","10,000"
            images,1@32×32,1@28×28
            input range,0…255 → -0.1…1.175,0…255 → 0…1
            C1,6@28×28 by 5×5,"6@28×28 by 5×5, padding 2"
            connections of C3,60 of 96 links,all 96 links
            pooling,trainable in S2 S4,max in S2 S4
            squashing,scaled-tanh in C1 S2 C3 S4 C5 F6,"relu in C1 C3 C5 F6, none in S2 S4"
            output,distances to 10 targets of 84 values,dense
            parameters,"60,000","61,706"
            connections,"340,908","423,038"
            loss,"rbf-map, j 10, scale 1/84","cross-entropy, scale 1"
            optimizer,"sdlm, mu 0.02, samples 500","adam, beta1 0.9, beta2 0.999, epsilon 1e-8, weight-decay 0"
            learning rate,"0.0005 ×2, 0.0002 ×3, 0.0001 ×3, 0.00005 ×4, 0.00001 ×8",0.002 throughout
            epochs,20,5
            batch size,1,32
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lenet5-classic     | it is LeNet-5 as published (LeCun et al. 1998), 60,000 parameters",
        "lenet4             | it is LeNet-4 (dense reading of LeCun et al. 1998)",
        "lenet1             | it is LeNet-1 as published (LeCun et al. 1990), 2,578 parameters",
        "quickstart         | it is the common rewrite of LeNet-5, on 32×32 or padded images,"
            + " 61,706",
        "articles/simoniu   | it is the common rewrite of LeNet-5, on 32×32 or padded images,"
            + " 61,706",
        "articles/d2l       | it is the common rewrite of LeNet-5, on 32×32 or padded images,"
            + " 61,706",
        "articles/coting    | it is the common rewrite of LeNet-5, on 28×28 images without padding,"
            + " 44,426",
        "lenet-caffe        | it is the 20-50-500 network of the Caffe examples, 431,080"
            + " parameters",
        "articles/paddle    | nearest to the common rewrite of LeNet-5, on 28×28 images without"
            + " padding, 44,426",
        "articles/paddle    | differs from it in F6.",
        "articles/rgb       | nearest to the common rewrite of LeNet-5, on 32×32 or padded images",
        "articles/rgb       | differs from it in C1, S2, C3, S4.",
        "mlp-300            | None of them: it has no convolution.",
      })
  void everyNetworkIsRecognized(String file, String words) {
    assertThat(fidelity("experiments/" + file + ".yaml").out()).contains(words);
  }

  @Test
  void networkListedLayerByLayerIsComparedByWhatItComputes() throws IOException {
    Path listed =
        Files.writeString(
            folder.resolve("listed.yaml"),
            """
            extends: %s
            name: listed
            architecture:
              name: layers
              layers:
                - conv: {name: first, maps: 6, kernel: 5}
                - activation: scaled-tanh
                - subsample: {activation: scaled-tanh}
                - conv: {maps: 16, kernel: 5, connections: lecun-1998, activation: scaled-tanh}
                - subsample: {activation: scaled-tanh}
                - dense: {units: 120, activation: scaled-tanh}
                - dense: {units: 84, activation: scaled-tanh}
                - rbf: lecun-1998
            expect: []
            """
                .formatted(Path.of(CLASSIC).toAbsolutePath().normalize()));
    assertThat(deviations(listed.toString())).isEmpty();
    assertThat(fidelity(listed.toString()).out())
        .contains("Layer by layer, it is " + PUBLISHED)
        .contains("C1 (first)");
  }

  @Test
  void ruleOfInitialValuesIsKnownByWhatItDrawsNotByItsName() {
    assertThat(deviations(CLASSIC, "--set", "architecture.initializer.weights=pytorch-default"))
        .isEmpty();
    assertThat(fidelity("experiments/lenet5-classic-appendix-init.yaml").out())
        .contains("initial weights", "lecun-sqrt", "lecun-1998")
        .contains("initial coefficients", "constant, value 1")
        .contains("3 deviations from", "the paper's appendix A draws weights in ±2.4/fan-in");
  }

  @Test
  void distortionsAreADeviationOfTheirOwn() {
    assertThat(deviations("experiments/lenet5-classic-distortions.yaml"))
        .startsWith("distortions,none,\"affine, shift 2, scale [0.85, 1.15]")
        .endsWith("10 fixed variants\"\n")
        .hasLineCount(1);
  }

  @Test
  void anotherTableOfAsManyLinksIsAnotherTable() {
    String firstRowsSwapped =
        "\"XX...XXX..XXXX.X\\nX...XXX..XXXX.XX\\nXXX...XXX..X.XXX\\n"
            + ".XXX..XXXX..X.XX\\n..XXX..XXXX.XX.X\\n...XXX..XXXX.XXX\"";
    assertThat(deviations(CLASSIC, "--set", "architecture.c3-connections=" + firstRowsSwapped))
        .isEqualTo("connections of C3,60 of 96 links,another table of 60 of 96 links\n");
  }

  @Test
  void partOfATrainingThatDiffersIsNamedAlone() {
    assertThat(deviations(CLASSIC, "--set", "optimizer.learning-rate=0.0001"))
        .startsWith("learning rate,")
        .endsWith(",0.0001 throughout\n")
        .hasLineCount(1);
    assertThat(
            deviations(
                CLASSIC, "--set", "optimizer.learning-rate={cosine: {from: 0.001, to: 0.0001}}"))
        .contains(",0.001 to 0.0001 in 20 steps");
    assertThat(deviations(CLASSIC, "--set", "training.shuffle=false"))
        .isEqualTo("order of images,drawn anew in every epoch,as given\n");
    assertThat(deviations(CLASSIC, "--set", "architecture.pooling=average"))
        .contains("pooling,trainable in S2 S4,average in S2 S4\n")
        .contains("squashing,scaled-tanh in C1 S2 C3 S4 C5 F6,");
  }
}
