package org.lenetlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lenetlab.api.data.ByteImages;
import org.lenetlab.api.data.Examples;
import org.lenetlab.api.experiment.Checkpoint;
import org.lenetlab.api.experiment.DivergedException;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.api.experiment.Measure;
import org.lenetlab.api.experiment.Metric;
import org.lenetlab.api.experiment.OptimizerBlock;
import org.lenetlab.api.experiment.RateRange;
import org.lenetlab.api.experiment.RunEvent;
import org.lenetlab.api.experiment.RunEvent.EpochFinished;
import org.lenetlab.api.experiment.RunEvent.RunFailed;
import org.lenetlab.api.experiment.RunEvent.RunFinished;
import org.lenetlab.api.experiment.RunEvent.RunStarted;
import org.lenetlab.api.experiment.RunEvent.StepLogged;
import org.lenetlab.api.experiment.RunListener;
import org.lenetlab.api.experiment.RunResult;
import org.lenetlab.api.experiment.Training;
import org.lenetlab.api.optimizer.OptimizerSpec;
import org.lenetlab.api.optimizer.Schedule;

class TrainerTest {
  private final LinearBackend backend = new LinearBackend();
  private final List<RunEvent> events = new ArrayList<>();

  @Test
  void trainingLearns() throws InterruptedException {
    RunResult result = train(Runs.plan(20));

    assertThat(result.epochs()).hasSize(20);
    assertThat(result.chosenEpoch()).isEqualTo(20);
    assertThat(result.epochs().getFirst().training().loss()).isGreaterThan(0.8);
    assertThat(result.chosen().training().loss()).isLessThan(0.6);
    assertThat(Metric.TEST_ACCURACY.of(result.chosen())).isGreaterThan(70);
    assertThat(result.testPredictions()).hasSize(Runs.TEST);
  }

  @Test
  void resumedRunEqualsTheUninterruptedOneBitForBit() throws InterruptedException {
    TrainingPlan plan = Runs.plan(6);
    RunResult whole = train(plan);
    Checkpoint afterTwo = Runs.only(EpochFinished.class, events).get(1).checkpoint();
    events.clear();
    RunResult resumed = new Trainer(backend, 2, events::add).train(plan, afterTwo);

    assertThat(resumed.parameters()).isEqualTo(whole.parameters());
    assertThat(resumed.testPredictions()).isEqualTo(whole.testPredictions());
    assertThat(measures(resumed)).isEqualTo(measures(whole));
    assertThat(events.getFirst()).isEqualTo(new RunStarted(6, 2, 10, 80));
    assertThat(Runs.only(EpochFinished.class, events)).hasSize(4);
  }

  @Test
  void finishedRunResumedTrainsNothingAndGivesTheSameResult() throws InterruptedException {
    TrainingPlan plan = Runs.plan(3);
    RunResult whole = train(plan);
    Checkpoint last = Runs.only(EpochFinished.class, events).getLast().checkpoint();
    RunResult resumed = new Trainer(backend, 1, events::add).train(plan, last);

    assertThat(backend.programs.getLast().trained).isEmpty();
    assertThat(resumed.parameters()).isEqualTo(whole.parameters());
    assertThat(resumed.testPredictions()).isEqualTo(whole.testPredictions());
  }

  @Test
  void prefetchingChangesNoBit() throws InterruptedException {
    RunResult inLine = train(Runs.plan(3));
    RunResult prefetched = new Trainer(backend, 4, events::add).train(Runs.plan(3), start(3));

    assertThat(prefetched.parameters()).isEqualTo(inLine.parameters());
    assertThat(backend.programs.get(1).trained).isEqualTo(backend.programs.get(0).trained);
  }

  @Test
  void eventsComeInOrder() throws InterruptedException {
    RunResult result = train(Runs.plan(2));

    assertThat(events.stream().map(event -> event.getClass().getSimpleName()))
        .containsExactly(
            "RunStarted",
            "StepLogged",
            "StepLogged",
            "StepLogged",
            "EpochFinished",
            "StepLogged",
            "StepLogged",
            "StepLogged",
            "EpochFinished",
            "RunFinished");
    assertThat(Runs.only(StepLogged.class, events).stream().map(StepLogged::step))
        .containsExactly(3, 6, 9, 3, 6, 9);
    assertThat(Runs.only(RunFinished.class, events).getFirst().result()).isSameAs(result);
  }

  @Test
  void stepsAddUpToTheEpoch() throws InterruptedException {
    List<Double> losses = new ArrayList<>();
    List<Integer> correct = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void on(RunEvent event) {
            events.add(event);
          }

          @Override
          public void onStep(int epoch, int step, double loss, int hits, int count) {
            assertThat(step).isEqualTo(losses.size() + 1);
            losses.add(loss * count);
            correct.add(hits);
          }
        };
    RunResult result = new Trainer(backend, 1, listener).train(Runs.plan(1), start(1));
    EpochMetrics epoch = result.chosen();

    double sum = losses.stream().mapToDouble(Double::doubleValue).sum();
    assertThat(epoch.training().loss()).isCloseTo(sum / 80, within(1e-12));
    assertThat(epoch.training().correct())
        .isEqualTo(correct.stream().mapToInt(Integer::intValue).sum());
    assertThat(epoch.training().count()).isEqualTo(80);
    assertThat(Runs.only(StepLogged.class, events).getFirst().loss())
        .isCloseTo((losses.get(0) + losses.get(1) + losses.get(2)) / 24, within(1e-12));
  }

  @Test
  void scheduleGivesTheRateOfEachEpoch() throws InterruptedException {
    Schedule falling = new Schedule.ByEpoch(Map.of(1, 0.5, 3, 0.1));
    TrainingPlan plan = Runs.plan(Runs.data(null, 0), Runs.training(4, 8), falling);

    assertThat(train(plan).epochs().stream().map(EpochMetrics::learningRate))
        .containsExactly(0.5, 0.5, 0.1, 0.1);
  }

  @Test
  void withoutTestExamplesOnlyTheTestFiguresAreMissing() throws InterruptedException {
    PreparedData all = Runs.data(null, 0);
    Examples none = new Examples(new ByteImages(Runs.SHAPE, new byte[0], 0), new byte[0]);
    PreparedData data =
        new PreparedData(all.classes(), all.training(), none, null, 0, List.of(), null);
    RunResult result =
        new Trainer(backend, 2, events::add)
            .train(Runs.plan(data, Runs.training(2, 8), new Schedule.Constant(0.5)), start(2));

    assertThat(result.chosen().test()).isNull();
    assertThat(result.testPredictions()).isEmpty();
    assertThat(result.chosen().training().count()).isEqualTo(Runs.TRAINING);
  }

  @Test
  void ratesOfSingleParametersAreSummarised() throws InterruptedException {
    TrainingPlan plain = Runs.plan(1);
    assertThat(train(plain).chosen().rates()).isNull();

    OptimizerSpec graded = new Runs.Graded();
    TrainingPlan plan =
        new TrainingPlan(
            plain.network(),
            plain.loss(),
            new OptimizerBlock(graded, new Schedule.Constant(0.5)),
            plain.training(),
            plain.data(),
            Runs.SEED);
    int last = plan.network().parameterCount() - 1;

    assertThat(train(plan).chosen().rates()).isEqualTo(new RateRange(0, 0.5 * 25, 0.5 * last));
  }

  @Test
  void withoutShufflingTheStoredOrderIsUsed() throws InterruptedException {
    var training = new Training(1, 40, false, 0, false, null);
    train(Runs.plan(Runs.data(null, 0), training, new Schedule.Constant(0.1)));

    assertThat(backend.programs.getFirst().trained.getFirst())
        .containsExactlyElementsOf(IntStream.range(0, 40).boxed().toList());
    assertThat(Runs.only(StepLogged.class, events)).isEmpty();
  }

  @Test
  void divergenceEndsTheRunSayingWhere() {
    Schedule huge = new Schedule.Constant(1e38);
    TrainingPlan plan = Runs.plan(Runs.data(null, 0), Runs.training(4, 8), huge);

    assertThatThrownBy(() -> train(plan))
        .isInstanceOf(DivergedException.class)
        .hasMessageMatching(
            "the training diverged: the loss is (not a number|infinite) in epoch 1, step [23],"
                + " at learning rate 1.0E38; try a smaller learning rate");
    assertThat(events.getLast()).isInstanceOf(RunFailed.class);
    assertThat(backend.programs.getFirst().closed).isTrue();
  }

  @Test
  void divergenceInTheLastStepIsFoundByTheEvaluation() {
    Schedule huge = new Schedule.Constant(1e38);
    TrainingPlan plan = Runs.plan(Runs.data(null, 0), Runs.training(1, 100), huge);

    assertThatThrownBy(() -> train(plan))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("in epoch 1, step 1,");
  }

  @Test
  void interruptionKeepsTheCheckpointOfTheLastEpoch() throws InterruptedException {
    TrainingPlan plan = Runs.plan(5);
    RunListener interrupting =
        event -> {
          events.add(event);
          if (event instanceof StepLogged logged && logged.epoch() == 3) {
            Thread.currentThread().interrupt();
          }
        };
    assertThatThrownBy(() -> new Trainer(backend, 2, interrupting).train(plan, plan.start()))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(events.getLast()).isInstanceOf(RunFailed.class);

    Checkpoint last = Runs.only(EpochFinished.class, events).getLast().checkpoint();
    assertThat(last.epochs()).hasSize(2);
    RunResult resumed = new Trainer(backend, 2, event -> {}).train(plan, last);
    assertThat(resumed.parameters()).isEqualTo(train(plan).parameters());
  }

  @Test
  void evaluationBatchesNeverDependOnTheTrainingBatch() throws InterruptedException {
    train(Runs.plan(Runs.data(null, 0), Runs.training(1, 1), new Schedule.Constant(0.1)));

    assertThat(backend.programs.getFirst().largestEvaluated).isEqualTo(Runs.TEST);
  }

  @Test
  void firstGradientsAreThoseBeforeTheFirstStep() {
    float[] gradients = new Trainer(backend, 1, events::add).firstGradients(Runs.plan(1), start(1));

    assertThat(backend.programs.getFirst().trained).hasSize(1);
    assertThat(gradients).hasSize(Runs.CLASSES * (Runs.SHAPE.size() + 1));
    assertThat(events).isEmpty();
  }

  private static Checkpoint start(int epochs) {
    return Runs.plan(epochs).start();
  }

  private RunResult train(TrainingPlan plan) throws InterruptedException {
    return new Trainer(backend, 1, events::add).train(plan, plan.start());
  }

  private static List<Measure> measures(RunResult result) {
    List<Measure> measures = new ArrayList<>();
    for (EpochMetrics epoch : result.epochs()) {
      measures.add(epoch.training());
      measures.add(epoch.validation());
      measures.add(epoch.test());
    }
    return measures;
  }
}
