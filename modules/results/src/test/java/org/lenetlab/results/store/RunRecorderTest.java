package org.lenetlab.results.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.api.data.Examples;
import org.lenetlab.api.data.FloatImages;
import org.lenetlab.api.experiment.Checkpoint;
import org.lenetlab.api.experiment.Checkpoint.Best;
import org.lenetlab.api.experiment.DivergedException;
import org.lenetlab.api.experiment.RunEvent.EpochFinished;
import org.lenetlab.api.experiment.RunEvent.RunFailed;
import org.lenetlab.api.experiment.RunEvent.RunFinished;
import org.lenetlab.api.experiment.RunEvent.RunStarted;
import org.lenetlab.api.experiment.RunResult;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.optimizer.OptimizerState;
import org.lenetlab.safetensors.Safetensors;

final class RunRecorderTest {
  private static final RunStarted START = new RunStarted(2, 0, 1, 100);

  @TempDir private Path root;
  private final RunRecord record = TestRuns.begun(TestRuns.EXPERIMENT, 1);

  private RunFolder folder() {
    return new ResultsStore(root).folder(record.experiment(), record.identity());
  }

  private RunRecorder recorder(boolean logSteps) {
    Examples test = new Examples(new FloatImages(Shape.vector(3), new float[6]), new byte[] {1, 2});
    return new RunRecorder(folder(), record, "name: demo\n", TestRuns.network(), test, logSteps);
  }

  private static Checkpoint checkpoint(int epochs) {
    return new Checkpoint(
        TestRuns.ramp(17),
        new OptimizerState(Map.of("velocity", TestRuns.ramp(17)), Map.of("steps", 938L)),
        Stream.of(TestRuns.epoch(1, 9000), TestRuns.epoch(2, 9100)).limit(epochs).toList(),
        new Best(1, 0.1, TestRuns.ramp(17)));
  }

  private static EpochFinished epochFinished(int epochs) {
    Checkpoint checkpoint = checkpoint(epochs);
    return new EpochFinished(checkpoint.epochs().getLast(), checkpoint);
  }

  private static RunFinished runFinished() {
    return new RunFinished(
        new RunResult(checkpoint(2).epochs(), 1, TestRuns.ramp(17), new byte[] {1, 0}));
  }

  @Test
  void checkpointComesBackBitForBit() {
    RunRecorder recorder = recorder(false);
    recorder.on(START);
    recorder.on(epochFinished(1));
    Checkpoint stored = folder().checkpoint(record.identity()).orElseThrow();
    assertThat(stored).usingRecursiveComparison().isEqualTo(checkpoint(1));
    assertThat(folder().record()).contains(record);
  }

  @Test
  void finishedRunHasAllItsFilesAndNoCheckpoint() throws IOException {
    RunRecorder recorder = recorder(false);
    recorder.on(START);
    recorder.on(epochFinished(1));
    recorder.on(epochFinished(2));
    recorder.on(runFinished());
    try (Stream<Path> files = Files.list(folder().path())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "experiment.yaml",
              "run.json",
              "epochs.csv",
              "predictions.csv",
              "weights.safetensors",
              "weights-last.safetensors");
    }
    RunRecord stored = folder().record().orElseThrow();
    assertThat(stored.isFinished()).isTrue();
    assertThat(stored.identity().hash()).isEqualTo(stored.hash());
    assertThat(stored.outcome()).isNotNull();
    assertThat(stored.outcome().parametersHash()).isEqualTo(Hashes.of(TestRuns.ramp(17)));
    assertThat(stored.outcome().epochs()).isEqualTo(checkpoint(2).epochs());
    assertThat(folder().path().resolve("predictions.csv"))
        .hasContent("label,predicted\n1,1\n2,0\n");
  }

  @Test
  void runThatWasKilledAfterItsLastCheckpointStillGetsAllItsFiles() throws IOException {
    RunRecorder killed = recorder(false);
    killed.on(START);
    killed.on(epochFinished(2));
    Files.delete(folder().epochsFile());
    RunRecorder resumed = recorder(false);
    resumed.on(new RunStarted(2, 2, 1, 100));
    resumed.on(runFinished());
    assertThat(folder().lastWeightsFile()).exists();
    assertThat(folder().epochsFile()).content().hasLineCount(3);
  }

  @Test
  void weightsAreNamedTensorsInTheirShapes() {
    RunRecorder recorder = recorder(false);
    recorder.on(START);
    recorder.on(epochFinished(2));
    recorder.on(runFinished());
    Safetensors weights = Safetensors.read(folder().weightsFile());
    assertThat(weights.get("hidden.weight").shape()).isEqualTo(List.of(2, 3));
    assertThat(weights.get("hidden.weight").floats()).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(weights.get("output.bias").floats()).containsExactly(14, 15, 16);
    assertThat(weights.metadata()).containsEntry("run", record.hash()).containsEntry("epoch", "1");
  }

  @Test
  void resumedRunKeepsTheStepsOfFinishedEpochsOnly() throws IOException {
    RunRecorder first = recorder(true);
    first.on(START);
    first.onStep(1, 1, 0.1, 5, 10);
    first.on(epochFinished(1));
    first.onStep(2, 1, 0.2, 6, 10);
    first.on(epochFinished(2));
    RunRecorder resumed = recorder(true);
    resumed.on(new RunStarted(2, 1, 1, 100));
    resumed.onStep(2, 1, 1.0 / 3, 7, 10);
    resumed.on(epochFinished(2));
    assertThat(Files.readAllLines(folder().path().resolve("steps.csv")))
        .containsExactly(
            "epoch,step,loss,correct,examples", "1,1,0.1,5,10", "2,1,0.3333333333333333,7,10");
  }

  @Test
  void runThatEndedItselfIsKeptWithItsReasonAndAnInterruptedOneIsNot() {
    RunRecorder recorder = recorder(false);
    recorder.on(START);
    recorder.on(new RunFailed(new InterruptedException()));
    assertThat(folder().record().orElseThrow().failure()).isNull();
    recorder.on(new RunFailed(ResultsException.cannotWrite(root, new IOException("disk full"))));
    assertThat(folder().record().orElseThrow().failure()).isNull();
    DivergedException diverged = new DivergedException(Double.NaN, 1, 1, 0.1);
    recorder.on(new RunFailed(diverged));
    RunRecord failed = folder().record().orElseThrow();
    assertThat(failed.failure()).isEqualTo(diverged.getMessage());
    assertThat(failed.isBug()).isFalse();
  }

  @Test
  void recordOfARunThatABugEndedSaysSo() {
    RunRecorder recorder = recorder(false);
    recorder.on(START);
    recorder.on(new RunFailed(new NullPointerException()));
    RunRecord failed = folder().record().orElseThrow();
    assertThat(failed.failure()).contains("a bug, ", "java.lang.NullPointerException");
    assertThat(failed.isBug()).isTrue();
  }

  @Test
  void tornAndForeignFilesAreReportedByName() throws IOException {
    RunRecorder recorder = recorder(false);
    recorder.on(START);
    recorder.on(epochFinished(1));
    Path file = folder().checkpointFile();
    Identity other = TestRuns.identity(TestRuns.EXPERIMENT, 2);
    assertThatThrownBy(() -> folder().checkpoint(other))
        .isInstanceOf(ResultsException.class)
        .hasMessageContaining("another run");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> folder().checkpoint(record.identity()))
        .isInstanceOf(ResultsException.class)
        .hasMessageContaining(file.toString());
    for (String content :
        List.of("", "{", "[]", "{\"format\":2}", "{\"format\":1}", "null", "hello")) {
      Files.writeString(folder().recordFile(), content);
      assertThatThrownBy(() -> folder().record())
          .as(content)
          .isInstanceOf(ResultsException.class)
          .hasMessageContaining("run.json");
    }
  }
}
