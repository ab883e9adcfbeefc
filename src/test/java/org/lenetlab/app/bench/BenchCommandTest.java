package org.lenetlab.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenetlab.app.Lenet;
import org.lenetlab.app.cli.ExitCode;

/** {@code lenet bench} on a small network, for a moment. */
final class BenchCommandTest {
  private static final String SMALL =
      """
      name: small
      dataset: {name: synthetic-digits, training: 200, test: 10}
      architecture:
        name: layers
        layers:
          - conv: {name: C1, maps: 2, kernel: 5}
          - activation: relu
          - pool: {name: S2, kind: max, window: 2}
          - dense: {name: output, units: 10}
      optimizer: {name: sgd, learning-rate: 0.01}
      training: {epochs: 1, batch-size: 40}
      """;

  @TempDir private Path folder;
  private String file = "";

  @BeforeEach
  void writesTheExperiment() throws IOException {
    file = Files.writeString(folder.resolve("small.yaml"), SMALL).toString();
  }

  private Lenet bench(String... more) {
    List<String> arguments = new ArrayList<>(List.of("bench", file, "--seconds", "0.01"));
    arguments.addAll(Arrays.asList(more));
    return Lenet.run(arguments.toArray(String[]::new));
  }

  @Test
  void tellsRatesPeakAndOps() {
    Lenet bench = bench();
    assertThat(bench.err()).isEmpty();
    assertThat(bench.code()).isEqualTo(ExitCode.SUCCESS);
    assertThat(bench.out())
        .contains("Speed of small")
        .contains("simd on cpu")
        .containsPattern("training +[0-9,]+ +[0-9.]+ +[0-9]+")
        .containsPattern("forward +[0-9,]+ +[0-9.]+ +[0-9]+")
        .containsPattern("peak of one thread +[0-9.]+")
        .containsPattern("C1 +convolution 5×5 +[0-9.]+ +[0-9.]+ +[0-9]+ +[0-9.]+ +[0-9]+")
        .containsPattern("output +dense +[0-9.]+")
        .containsPattern("data, loss, update, waiting +[0-9]+")
        .containsPattern("A training step allocates [0-9,]+ bytes");
  }

  /** Convolution 2·25 multiply-adds for 24·24 pixels, dense 288·10; C1 has no input gradient. */
  @Test
  void jsonHasTheFiguresBehindTheTable() throws IOException {
    Lenet bench = bench("--format", "json", "--threads", "2");
    assertThat(bench.code()).as(bench.err()).isEqualTo(ExitCode.SUCCESS);
    JsonNode json = new JsonMapper().readTree(bench.out());
    assertThat(json.at("/forward/flopsPerImage").asLong()).isEqualTo(57_600 + 5_760);
    assertThat(json.at("/training/flopsPerImage").asLong()).isEqualTo(2 * 57_600 + 3 * 5_760);
    assertThat(json.at("/training/measurements")).hasSize(5);
    assertThat(json.at("/training/imagesPerSecond").asDouble()).isPositive();
    assertThat(json.at("/peak/oneThread").asDouble()).isPositive();
    assertThat(json.at("/environment/threads").asInt()).isEqualTo(2);
    assertThat(json.at("/batchSize").asInt()).isEqualTo(40);
    assertThat(json.at("/ops").findValuesAsText("layer")).contains("C1", "output");
    assertThat(json.at("/ops").findValuesAsText("backwardNanosPerImage"))
        .allSatisfy(nanos -> assertThat(Double.parseDouble(nanos)).isPositive());
  }

  @Test
  void markdownHasTables() {
    assertThat(bench("--format", "markdown").out())
        .startsWith("## Speed of small\n")
        .contains("| images/s | GFLOP/s | % of peak |")
        .contains("| layer | op | forward µs | backward µs |");
  }

  @Test
  void backendWithoutMeasurementsOfItsOwnStillHasRates() {
    Lenet bench = bench("--set", "backend=reference", "--set", "dataset.training=20");
    assertThat(bench.code()).as(bench.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(bench.out())
        .contains("reference on cpu")
        .containsPattern("training +[0-9,]+ +[0-9.]+\n")
        .doesNotContain("peak of", "C1  ");
  }

  @Test
  void singleImagesAreMeasuredToo() {
    Lenet bench = bench("--set", "training.batch-size=1");
    assertThat(bench.code()).as(bench.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(bench.out()).contains("batches of 1").containsPattern("C1 +convolution");
  }

  @ParameterizedTest
  @CsvSource({"--seconds,0", "--seconds,-1", "--seconds,soon", "--threads,0"})
  void wrongNumbersAreTheUsersMistake(String option, String number) {
    Lenet bench = Lenet.run("bench", file, option + "=" + number);
    assertThat(bench.code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(bench.err()).contains(option + ": expected a number");
  }

  @Test
  void anotherFormIsTheUsersMistake() {
    Lenet bench = bench("--format", "jsn");
    assertThat(bench.code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(bench.err()).contains("console, markdown, json").contains("did you mean 'json'?");
  }

  @Test
  void missingDataIsSaid() throws IOException {
    Lenet bench =
        bench("--set", "dataset={name: mnist}", "--offline", "--data-dir", folder.toString());
    assertThat(bench.code()).isNotEqualTo(ExitCode.SUCCESS);
    assertThat(bench.err()).contains("mnist");
  }

  @Test
  void twoFilesAreTheUsersMistake() {
    Lenet bench = bench(file);
    assertThat(bench.code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(bench.err()).contains("expected one experiment file");
  }
}
