package org.lenetlab.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenetlab.app.Lenet;
import org.lenetlab.app.cli.ExitCode;

/** What is wrong with {@code --executor} and its companions is said before anything is trained. */
final class ExecutorOptionTest {
  @TempDir private Path folder;

  private Lenet run(String... options) {
    List<String> arguments = new ArrayList<>(List.of("run", "experiments/quickstart.yaml"));
    arguments.addAll(List.of("--results", folder.toString()));
    arguments.addAll(List.of(options));
    return Lenet.run(arguments.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "--executor sparc, did you mean 'spark'?",
    "--executor spark, --executor spark needs --master",
    "--master spark://host:7077, --master goes with --executor spark",
    "--conf spark.executor.memory=2g, --conf goes with --executor spark",
    "--executor spark --master spark:host, 'expected spark://HOST:PORT, yarn'",
    "--executor spark --master yarn --conf memory=2g, such as spark.executor.memory=2g",
    "--executor spark --master yarn --again, --again trains on this machine",
  })
  void mistakesAreToldWithWhatWasExpected(String options, String complaint) {
    Lenet run = run(options.split(" "));
    assertThat(run.code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(run.err()).contains(complaint);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void withoutTheLauncherItSaysInOneLineThatItIsNeeded() {
    Lenet run = run("--executor", "spark", "--master", "spark://127.0.0.1:1");
    assertThat(run.code()).isEqualTo(ExitCode.MACHINE_FAULT);
    assertThat(run.err()).contains("needs the extension spark", "./lenet");
  }
}
