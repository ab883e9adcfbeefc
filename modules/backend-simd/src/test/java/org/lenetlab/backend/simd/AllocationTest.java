package org.lenetlab.backend.simd;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.backend.Scores;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Pooling.Kind;
import org.lenetlab.api.spec.Fraction;
import org.lenetlab.testkit.NetworkBuilder;

final class AllocationTest {
  private static final int WINDOWS = 300;
  private static final int STEPS = 10;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static List<Network> networks() {
    return List.of(
        lenet(new Activation.Sigmoid(), Kind.AVERAGE),
        lenet(new Activation.Relu(), Kind.MAX),
        lenet(new Activation.ScaledTanh(), Kind.SUM),
        tiled());
  }

  /** With a convolution that is computed in tiles, of which the last of a row overlaps another. */
  private static Network tiled() {
    return NetworkBuilder.input(1, 16, 16)
        .convolution(4, 3)
        .activation(new Activation.Tanh())
        .convolution(8, 5)
        .dense(10)
        .build();
  }

  private static Network lenet(Activation activation, Kind kind) {
    return NetworkBuilder.input(1, 16, 16)
        .convolution(6, 3)
        .activation(activation)
        .pooling(kind, 2, 2)
        .affine(4, 0, 1, 2, 3, 4, 5)
        .convolution(16, 3)
        .activation(activation)
        .pooling(kind, 2, 2)
        .dense(40)
        .activation(activation)
        .dropout(0.2)
        .dense(10)
        .build();
  }

  private static Network lenet5(int kernel, Kind first, Kind second) {
    return NetworkBuilder.input(1, 20, 20)
        .convolution(6, 3, 1, 1)
        .pooling(first, 2, 2)
        .affine(4, 0, 1, 2, 3, 4, 5)
        .activation(new Activation.ScaledTanh())
        .convolution(16, kernel)
        .pooling(second, 2, 2)
        .dense(40)
        .activation(new Activation.ScaledTanh())
        .distances(10)
        .build();
  }

  /** Once everything is compiled; how many steps that takes depends on the JVM. */
  @ParameterizedTest
  @MethodSource("networks")
  void stepsAllocateNothing(Network network) {
    checkSteps(network, 64, new Loss.CrossEntropy(Fraction.ONE));
  }

  @Test
  void stepsOfSingleImagesAllocateNothing() {
    checkSteps(lenet5(5, Kind.SUM, Kind.MAX), 1, new Loss.RbfMap(10, Fraction.ONE));
    checkSteps(lenet5(3, Kind.MAX, Kind.AVERAGE), 1, new Loss.RbfMap(10, Fraction.ONE));
  }

  private static void checkSteps(Network network, int size, Loss loss) {
    Batch batch = new Batch(size, network.input().size());
    batch.begin(size, 1);
    Scores scores = Scores.sums();
    try (Program program = new SimdBackend(1).compile(network, loss, size, 1)) {
      long least = Long.MAX_VALUE;
      for (int window = 0; window < WINDOWS && least > 0; window++) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int step = 0; step < STEPS; step++) {
          program.trainBatch(batch, scores);
          program.evaluate(batch, scores);
        }
        least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
      }
      assertThat(least).as("bytes allocated in %d steps", STEPS).isZero();
    }
  }
}
