package org.lenetlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StepLoopTest {
  private static final int EPOCHS = 3;
  private static final int STEPS_PER_EPOCH = 10;

  private final LinearBackend backend = new LinearBackend();
  private final TrainingPlan plan = Runs.plan(EPOCHS);

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void takesTheStepsOfATrainer(int threads) throws InterruptedException {
    float[] trained = new Trainer(backend, 1, event -> {}).train(plan, plan.start()).parameters();
    LinearProgram program = program();
    try (StepLoop loop = new StepLoop(plan, program, threads)) {
      assertThat(loop.train(STEPS_PER_EPOCH + 1)).isEqualTo(80 + 8);
      loop.train(EPOCHS * STEPS_PER_EPOCH - STEPS_PER_EPOCH - 1);
      assertThat(program.parameters()).isEqualTo(trained);
    }
  }

  @Test
  void forwardGoesThroughTheTrainingImagesAgainAndAgain() {
    try (StepLoop loop = new StepLoop(plan, program(), 2)) {
      assertThat(loop.forward(STEPS_PER_EPOCH)).isEqualTo(80);
      assertThat(loop.forward(1)).isEqualTo(8);
    }
  }

  private LinearProgram program() {
    return (LinearProgram) backend.compile(plan.network(), plan.loss(), 8, plan.seed());
  }
}
