package org.lenetlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lenetlab.api.experiment.Checkpoint;
import org.lenetlab.api.experiment.Metric;
import org.lenetlab.api.experiment.RunEvent;
import org.lenetlab.api.experiment.RunEvent.EpochFinished;
import org.lenetlab.api.experiment.RunResult;
import org.lenetlab.api.experiment.Training;
import org.lenetlab.api.experiment.Training.EarlyStopping;
import org.lenetlab.api.optimizer.Schedule;
import org.lenetlab.api.spec.SpecException;

class EarlyStoppingTest {
  private static final int PATIENCE = 3;

  private final LinearBackend backend = new LinearBackend();
  private final List<RunEvent> events = new ArrayList<>();

  @Test
  void bestEpochOnValidationIsKept() throws InterruptedException {
    RunResult result = train(Metric.VALIDATION_LOSS, plan(Metric.VALIDATION_LOSS).start());
    double[] losses = result.epochs().stream().mapToDouble(Metric.VALIDATION_LOSS::of).toArray();
    int best =
        IntStream.range(0, losses.length)
            .reduce((a, b) -> losses[b] < losses[a] ? b : a)
            .orElseThrow();

    assertThat(result.chosenEpoch()).isEqualTo(best + 1);
    assertThat(result.epochs()).hasSize(best + 1 + PATIENCE);
    assertThat(result.parameters()).isEqualTo(checkpoint(best).parameters());
    assertThat(result.parameters()).isNotEqualTo(checkpoint(losses.length - 1).parameters());
  }

  @Test
  void testPredictionsAreThoseOfTheChosenParameters() throws InterruptedException {
    RunResult result = train(Metric.VALIDATION_ACCURACY, plan(Metric.VALIDATION_ACCURACY).start());
    byte[] labels = Runs.dataset().test().labels();
    int correct = 0;
    for (int i = 0; i < labels.length; i++) {
      correct += result.testPredictions()[i] == labels[i] ? 1 : 0;
    }

    assertThat(result.chosenEpoch()).isLessThan(result.epochs().size());
    assertThat(100.0 * correct / labels.length).isEqualTo(Metric.TEST_ACCURACY.of(result.chosen()));
  }

  @Test
  void resumingKeepsTheBestAndThePatience() throws InterruptedException {
    RunResult whole = train(Metric.VALIDATION_LOSS, plan(Metric.VALIDATION_LOSS).start());
    Checkpoint late = checkpoint(whole.epochs().size() - 2);
    RunResult resumed = train(Metric.VALIDATION_LOSS, late);

    assertThat(resumed.epochs()).hasSameSizeAs(whole.epochs());
    assertThat(resumed.chosenEpoch()).isEqualTo(whole.chosenEpoch());
    assertThat(resumed.parameters()).isEqualTo(whole.parameters());
  }

  @Test
  void earlyStoppingNeedsValidationExamples() {
    Training training =
        new Training(5, 8, true, 0, false, new EarlyStopping(Metric.VALIDATION_LOSS, 1));

    assertThatThrownBy(() -> Runs.plan(Runs.data(null, 0), training, new Schedule.Constant(0.1)))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("needs validation examples");
  }

  private static TrainingPlan plan(Metric metric) {
    Training training = new Training(200, 8, true, 0, false, new EarlyStopping(metric, PATIENCE));
    return Runs.plan(Runs.data(40, 40), training, new Schedule.Constant(2));
  }

  private RunResult train(Metric metric, Checkpoint from) throws InterruptedException {
    return new Trainer(backend, 1, events::add).train(plan(metric), from);
  }

  private Checkpoint checkpoint(int epochIndex) {
    return Runs.only(EpochFinished.class, events).get(epochIndex).checkpoint();
  }
}
