package org.lenetlab.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lenetlab.api.optimizer.Optimizer;
import org.lenetlab.api.optimizer.OptimizerSpec;
import org.lenetlab.api.optimizer.OptimizerState;
import org.lenetlab.api.random.RandomStream;

/** What a backend and a resumed run may rely on, for every rule. */
class OptimizerContractTest {
  private static final int SIZE = 207;
  private static final float RATE = 0.01f;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static Stream<OptimizerSpec> rules() {
    return Stream.of(
        new Sgd(0.001),
        new Momentum(0.9, false, 0),
        new Momentum(0.9, true, 0.001),
        new Adam(0.9, 0.999, 1e-8, 0),
        new Sdlm(0.02, 5));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void resultDoesNotDependOnHowTheRangeIsCut(OptimizerSpec spec) {
    float[] whole = start();
    float[] cut = start();
    Optimizer first = spec.create(SIZE);
    Optimizer second = spec.create(SIZE);
    steps(first, whole, 1, 4, SIZE);
    steps(second, cut, 1, 4, 13);

    assertThat(cut).isEqualTo(whole);
    assertThat(whole).isNotEqualTo(start());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void resumedRunEqualsTheUninterruptedOne(OptimizerSpec spec) {
    float[] uninterrupted = start();
    steps(spec.create(SIZE), uninterrupted, 1, 6, SIZE);

    float[] resumed = start();
    Optimizer before = spec.create(SIZE);
    steps(before, resumed, 1, 3, SIZE);
    OptimizerState saved = before.state();
    steps(before, start(), 4, 9, SIZE);
    Optimizer after = spec.create(SIZE);
    after.restore(saved);
    steps(after, resumed, 4, 6, SIZE);

    assertThat(resumed).isEqualTo(uninterrupted);
  }

  /** Once everything is compiled; how many steps that takes depends on the JVM. */
  @ParameterizedTest
  @MethodSource("rules")
  void stepsAllocateNothing(OptimizerSpec spec) {
    Optimizer optimizer = spec.create(SIZE);
    float[] parameters = start();
    float[] gradients = noise("gradient", 1);
    long least = Long.MAX_VALUE;
    for (int window = 0; window < 300 && least > 0; window++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int step = 0; step < 10; step++) {
        optimizer.beforeStep();
        optimizer.update(parameters, gradients, 0, SIZE, RATE);
      }
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }

    assertThat(least).as("bytes allocated in ten steps").isZero();
  }

  @Test
  void stateOfAnotherOptimizerIsRefused() {
    Optimizer adam = new Adam(0.9, 0.999, 1e-8, 0).create(SIZE);

    assertThatThrownBy(() -> adam.restore(OptimizerState.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mean");
    assertThatThrownBy(
            () ->
                adam.restore(
                    new OptimizerState(
                        Map.of("mean", new float[SIZE], "square", new float[1]), Map.of())))
        .hasMessageContaining("expected a vector square of 207 values");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void stateThatDecaysWithoutGradientNeverBecomesDenormal(OptimizerSpec spec) {
    Optimizer optimizer = spec.create(SIZE);
    float[] parameters = new float[SIZE];
    steps(optimizer, parameters, 1, 1, SIZE);
    for (int step = 0; step < 2000; step++) {
      optimizer.beforeStep();
      optimizer.update(parameters, new float[SIZE], 0, SIZE, RATE);
      for (float[] vector : optimizer.state().vectors().values()) {
        for (float value : vector) {
          assertThat(value == 0 || Math.abs(value) > 1e-35f).isTrue();
        }
      }
    }
  }

  private static float[] start() {
    return noise("start", 0);
  }

  private static float[] noise(String purpose, int position) {
    RandomStream random = new RandomStream(7, purpose).at(position);
    float[] values = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      values[i] = (float) random.uniform(-1, 1);
    }
    return values;
  }

  private static void steps(
      Optimizer optimizer, float[] parameters, int first, int last, int chunk) {
    optimizer.beforeEpoch(1, samples -> noise("curvature", 0));
    for (int step = first; step <= last; step++) {
      optimizer.beforeStep();
      float[] gradients = noise("gradient", step);
      for (int from = 0; from < SIZE; from += chunk) {
        optimizer.update(parameters, gradients, from, Math.min(SIZE, from + chunk), RATE);
      }
    }
  }
}
