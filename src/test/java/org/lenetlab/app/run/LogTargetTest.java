package org.lenetlab.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenetlab.app.Lenet;
import org.lenetlab.app.cli.ExitCode;

/** What is wrong with {@code --log} is said before anything is trained. */
final class LogTargetTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "tensorbord, did you mean 'tensorboard'?",
    "mlflow:here, --log: expected an address after mlflow:",
    "mlflow:http:///runs, --log: expected an address after mlflow:",
    "mlflow:ftp://host, --log: expected an address after mlflow:",
    "mlflow:http://a|b, --log: Illegal character in authority at index 8: http://a|b",
  })
  void mistakesAreToldWithWhatWasExpected(String target, String complaint) {
    String results = folder.resolve("results").toString();
    Lenet run =
        Lenet.run("run", "experiments/quickstart.yaml", "--log", target, "--results", results);
    assertThat(run.code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(run.err()).contains(complaint);
    assertThat(folder).isEmptyDirectory();
  }
}
