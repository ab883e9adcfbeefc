package org.lenetlab.api.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lenetlab.api.spec.SpecException;

class ScheduleTest {

  @Test
  void tableHoldsEachRateUntilTheNext() {
    Schedule published =
        new Schedule.ByEpoch(Map.of(1, 0.0005, 3, 0.0002, 6, 0.0001, 9, 0.00005, 13, 0.00001));

    assertThat(rates(published, 20))
        .startsWith(0.0005, 0.0005, 0.0002, 0.0002, 0.0002, 0.0001, 0.0001, 0.0001, 0.00005)
        .endsWith(0.00005, 0.00001, 0.00001, 0.00001, 0.00001, 0.00001, 0.00001, 0.00001, 0.00001);
  }

  @Test
  void stepMultipliesEveryFewEpochs() {
    assertThat(rates(new Schedule.Step(0.8, 0.5, 2), 5)).containsExactly(0.8, 0.8, 0.4, 0.4, 0.2);
  }

  @Test
  void cosineFallsFromTheFirstEpochToTheLast() {
    assertThat(rates(new Schedule.Cosine(0.1, 0.02), 3))
        .containsExactly(new double[] {0.1, 0.06, 0.02}, within(1e-12));
    assertThat(rates(new Schedule.Cosine(0.1, 0), 1)).containsExactly(0.1);
  }

  @Test
  void tablesThatMissTheFirstEpochAndRatesThatAreNotPositiveAreRefused() {
    assertThatThrownBy(() -> new Schedule.ByEpoch(Map.of(2, 0.1)))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("no rate for epoch 1");
    assertThatThrownBy(() -> new Schedule.ByEpoch(Map.of(1, 0.1, 5, 0.0)))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("5: expected a positive learning rate");
  }

  private static double[] rates(Schedule schedule, int epochs) {
    return IntStream.rangeClosed(1, epochs)
        .mapToDouble(epoch -> schedule.rate(epoch, epochs))
        .toArray();
  }
}
