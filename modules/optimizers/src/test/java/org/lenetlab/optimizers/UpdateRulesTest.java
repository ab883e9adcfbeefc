package org.lenetlab.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.lenetlab.api.optimizer.Optimizer;
import org.lenetlab.api.optimizer.OptimizerSpec;

/** Every rule against PyTorch's formulas, computed in double precision for a single parameter. */
class UpdateRulesTest {
  private static final float RATE = 0.1f;
  private static final double[] GRADIENTS = {0.5, -0.25, 0.125, 0.0, 2.0, -1.0};
  private static final double DECAY = 0.01;
  private static final Offset<Double> CLOSE = within(2e-6);

  @Test
  void sgdFollowsTheGradient() {
    double p = 1;
    for (double g : GRADIENTS) {
      p -= RATE * (g + DECAY * p);
    }
    assertThat(trained(new Sgd(DECAY))).isCloseTo(p, CLOSE);
  }

  @Test
  void momentumStartsWithTheFirstGradientAsItsVelocity() {
    double p = 1;
    double v = 0;
    for (double g : GRADIENTS) {
      v = 0.9 * v + g + DECAY * p;
      p -= RATE * v;
    }
    assertThat(trained(new Momentum(0.9, false, DECAY))).isCloseTo(p, CLOSE);
  }

  @Test
  void nesterovLooksAheadAlongTheNewVelocity() {
    double p = 1;
    double v = 0;
    for (double gradient : GRADIENTS) {
      double g = gradient + DECAY * p;
      v = 0.9 * v + g;
      p -= RATE * (g + 0.9 * v);
    }
    assertThat(trained(new Momentum(0.9, true, DECAY))).isCloseTo(p, CLOSE);
  }

  @Test
  void adamCorrectsTheBiasOfItsMeans() {
    double p = 1;
    double m = 0;
    double v = 0;
    for (int t = 1; t <= GRADIENTS.length; t++) {
      double g = GRADIENTS[t - 1] + DECAY * p;
      m = 0.9 * m + 0.1 * g;
      v = 0.999 * v + 0.001 * g * g;
      double mean = m / (1 - Math.pow(0.9, t));
      double square = v / (1 - Math.pow(0.999, t));
      p -= RATE * mean / (Math.sqrt(square) + 1e-8);
    }
    assertThat(trained(new Adam(0.9, 0.999, 1e-8, DECAY))).isCloseTo(p, CLOSE);
  }

  @Test
  void sdlmDividesTheRateByTheCurvature() {
    Sdlm spec = new Sdlm(0.02, 500);
    Optimizer optimizer = spec.create(2);
    optimizer.beforeEpoch(
        1,
        samples -> {
          assertThat(samples).isEqualTo(500);
          return new float[] {0.38f, 0};
        });
    float[] parameters = {1, 1};
    optimizer.beforeStep();
    optimizer.update(parameters, new float[] {2, 2}, 0, 2, 0.001f);

    assertThat(spec.needsCurvature()).isTrue();
    assertThat(optimizer.rates(0.001)).containsExactly(new float[] {0.0025f, 0.05f}, within(1e-8f));
    assertThat((double) parameters[0]).isCloseTo(1 - 2 * 0.001 / 0.4, CLOSE);
    assertThat((double) parameters[1]).isCloseTo(1 - 2 * 0.001 / 0.02, CLOSE);
  }

  private static double trained(OptimizerSpec spec) {
    Optimizer optimizer = spec.create(1);
    float[] parameters = {1};
    for (double gradient : GRADIENTS) {
      optimizer.beforeStep();
      optimizer.update(parameters, new float[] {(float) gradient}, 0, 1, RATE);
    }
    return parameters[0];
  }
}
