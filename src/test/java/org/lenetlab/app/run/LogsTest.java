package org.lenetlab.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.app.Lenet;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.ResultsStore.StoredRun;

/** What runs tell the logs that {@code --log} names. */
final class LogsTest {
  private static final String EXPERIMENT =
      """
      name: logged
      dataset: {name: synthetic-digits, training: 20, test: 10}
      architecture: {name: mlp, units: [4]}
      optimizer: {name: sgd, learning-rate: 0.1}
      training: {epochs: 2, batch-size: 10}
      backend: reference
      """;

  @TempDir private Path folder;

  private Lenet run(String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("logged.yaml"), EXPERIMENT);
    List<String> arguments = new ArrayList<>(List.of("run", file.toString()));
    arguments.addAll(List.of("--results", folder.resolve("results").toString()));
    arguments.addAll(List.of(more));
    return Lenet.run(arguments.toArray(String[]::new));
  }

  private List<String> log() throws IOException {
    StoredRun run = ResultsStore.scan(List.of(folder.resolve("results"))).runs().getFirst();
    return Files.readAllLines(run.folder().resolve(TextLogs.FILE));
  }

  @Test
  void runsAreLoggedWhileTheyAreTrainedAndAfterwards() throws IOException {
    run("--log", "tensorboard");
    List<String> log = log();
    assertThat(log).containsExactly("opened", "epoch 1", "epoch 2", "finished", "closed");
    Lenet again = run("--log", "tensorboard");
    assertThat(again.out()).contains("finished already");
    assertThat(log()).isEqualTo(log);
  }

  @Test
  void runsThatFailedBeforeAreLoggedAsFailed() throws IOException {
    run("--set", "optimizer.learning-rate=1e30");
    run("--set", "optimizer.learning-rate=1e30", "--log", "tensorboard");
    assertThat(log()).startsWith("opened").endsWith("failed", "closed");
  }

  @Test
  void logThatCannotBeOpenedClosesTheOthers() throws IOException {
    run();
    Lenet run = run("--log", "tensorboard", "--log", "mlflow:http://nowhere");
    assertThat(run.code()).isEqualTo(ExitCode.MACHINE_FAULT);
    assertThat(run.err()).contains("--log: there is no server http://nowhere");
    assertThat(log()).containsExactly("opened", "closed");
  }
}
