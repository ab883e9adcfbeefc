package org.lenetlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurvatureSamplerTest {
  private static final int SAMPLES = 600;

  @Test
  void diagonalIsTheMeanOverExamplesDrawnForTheEpoch() {
    float first = mean(1);

    assertThat(first).isEqualTo(mean(1)).isNotEqualTo(mean(2));
    assertThat(first).isBetween(40f, 60f);
  }

  /** The test program's curvature of an example is its index. */
  private static float mean(int epoch) {
    TrainingPlan plan = Runs.plan(1);
    LinearProgram program =
        new LinearProgram(
            plan.network(), Trainer.EVALUATION_BATCH, plan.network().initialParameters(1));
    Subset training = plan.data().split(Runs.SEED).training();
    float[] diagonal = new CurvatureSampler(plan, training, program, epoch).diagonal(SAMPLES);

    assertThat(diagonal).hasSize(program.vectorLength()).containsOnly(diagonal[0]);
    return diagonal[0];
  }
}
