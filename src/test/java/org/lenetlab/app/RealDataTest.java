package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.app.cli.ExitCode;

/**
 * Short trainings on the published images, where {@code LENET_DATA} names a folder that has them.
 */
final class RealDataTest {
  @TempDir Path results;

  @BeforeEach
  void dataIsThere() {
    Assumptions.assumeTrue(
        System.getenv("LENET_DATA") != null, "LENET_DATA is not set: real data is not tested");
  }

  @Test
  void oneEpochOfTheArticleSimoniuLearnsMnist() throws IOException {
    assertThat(testAccuracy("simoniu", "training.epochs=1")).isBetween(97.0, 99.0);
  }

  @Test
  void oneEpochOfTheArticleCotingLearnsMnist() throws IOException {
    assertThat(testAccuracy("coting", "training.epochs=1")).isBetween(95.0, 97.0);
  }

  @Test
  void fourEpochsOfTheArticleD2lLearnFashionMnist() throws IOException {
    assertThat(testAccuracy("d2l", "training.epochs=4")).isBetween(60.0, 80.0);
  }

  private double testAccuracy(String article, String change) throws IOException {
    Lenet run =
        Lenet.run(
            "run",
            "experiments/articles/" + article + ".yaml",
            "--set",
            "repeats=1",
            "--set",
            change,
            "--set",
            "~expect",
            "--results",
            results.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.SUCCESS);
    try (Stream<Path> files = Files.walk(results)) {
      Path epochs = files.filter(file -> file.endsWith("epochs.csv")).findFirst().orElseThrow();
      List<String> lines = Files.readAllLines(epochs);
      int column = cells(lines.getFirst()).indexOf("test-accuracy");
      return Double.parseDouble(cells(lines.getLast()).get(column));
    }
  }

  private static List<String> cells(String line) {
    return Splitter.on(',').splitToList(line);
  }
}
