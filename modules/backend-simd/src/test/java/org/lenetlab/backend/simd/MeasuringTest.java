package org.lenetlab.backend.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.backend.MeasurableBackend.TimedProgram;
import org.lenetlab.api.backend.OpTimes.OpTime;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.backend.Scores;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Pooling.Kind;
import org.lenetlab.api.spec.Fraction;
import org.lenetlab.testkit.NetworkBuilder;

final class MeasuringTest {
  private static final SimdBackend BACKEND = new SimdBackend(2);
  private static final Loss LOSS = new Loss.CrossEntropy(Fraction.ONE);
  private static final Network NETWORK =
      NetworkBuilder.input(1, 8, 8)
          .convolution(6, 3, 1, 1)
          .activation(new Activation.Sigmoid())
          .pooling(Kind.AVERAGE, 2, 2)
          .dense(12)
          .activation(new Activation.Relu())
          .dense(10)
          .build();

  /** As blocks of 32 on two threads, and image by image. */
  @ParameterizedTest
  @ValueSource(ints = {64, 1})
  void everyOpHasItsTime(int batchSize) {
    TimedProgram timed = BACKEND.compileTimed(NETWORK, LOSS, batchSize, 1);
    try (Program program = timed.program()) {
      program.trainBatch(batch(batchSize), Scores.sums());
      List<OpTime> times = timed.times().read();
      int next = 0;
      for (OpTime time : times) {
        assertThat(time.firstStage()).isEqualTo(next);
        assertThat(time.forwardNanos()).isPositive();
        assertThat(time.backwardNanos()).isPositive();
        next += time.stages();
      }
      assertThat(next).isEqualTo(NETWORK.stages().size());
      timed.times().clear();
      program.evaluate(batch(batchSize), Scores.sums());
      assertThat(timed.times().read()).as("times of an evaluation").isEmpty();
    }
  }

  @Test
  void timedProgramHasTheSameBits() {
    try (Program timed = BACKEND.compileTimed(NETWORK, LOSS, 64, 1).program();
        Program plain = BACKEND.compile(NETWORK, LOSS, 64, 1)) {
      timed.trainBatch(batch(64), Scores.sums());
      plain.trainBatch(batch(64), Scores.sums());
      assertThat(timed.gradients()).isEqualTo(plain.gradients());
    }
  }

  @Test
  void peakIsANumber() {
    assertThat(BACKEND.measurePeak(2)).isFinite().isPositive();
  }

  private static Batch batch(int size) {
    Batch batch = new Batch(size, NETWORK.input().size());
    for (int i = 0; i < batch.images().length; i++) {
      batch.images()[i] = i % 7;
    }
    batch.begin(size, 1);
    return batch;
  }
}
