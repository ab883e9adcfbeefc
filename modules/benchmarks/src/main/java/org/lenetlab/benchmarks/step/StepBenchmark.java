package org.lenetlab.benchmarks.step;

import com.google.inject.Guice;
import java.util.concurrent.TimeUnit;
import org.lenetlab.api.backend.BackendSpec;
import org.lenetlab.api.backend.Device;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.backend.Scores;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Pooling.Kind;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.Fraction;
import org.lenetlab.backend.simd.SimdPlugin;
import org.lenetlab.plugin.Registry;
import org.lenetlab.testkit.NetworkBuilder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Steps of whole networks and of their costly parts, by the SIMD backend. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StepBenchmark {
  /** What is trained. */
  public enum Subject {
    CONV1(64, NetworkBuilder.input(1, 28, 28).convolution(6, 5, 1, 2).pooling(Kind.MAX, 2, 2)),
    CONV2(64, NetworkBuilder.input(6, 14, 14).convolution(16, 5).pooling(Kind.MAX, 2, 2)),
    DENSE(64, NetworkBuilder.input(16, 5, 5).dense(120).dense(84).dense(10)),
    D2L(256, lenet(1, 28, 2, 6, 16, new Activation.Sigmoid(), Kind.AVERAGE)),
    SIMONIU(64, lenet(1, 32, 0, 6, 16, new Activation.Relu(), Kind.MAX)),
    RGB(64, lenet(3, 32, 0, 16, 32, new Activation.Relu(), Kind.MAX)),
    COTING_SINGLE(1, lenet(1, 28, 0, 6, 16, new Activation.Tanh(), Kind.AVERAGE));

    private final int batchSize;
    private final Network network;

    Subject(int batchSize, NetworkBuilder builder) {
      this.batchSize = batchSize;
      network = builder.build();
    }

    private static NetworkBuilder lenet(
        int channels,
        int size,
        int padding,
        int maps,
        int moreMaps,
        Activation activation,
        Kind pooling) {
      return NetworkBuilder.input(channels, size, size)
          .convolution(maps, 5, 1, padding)
          .activation(activation)
          .pooling(pooling, 2, 2)
          .convolution(moreMaps, 5)
          .activation(activation)
          .pooling(pooling, 2, 2)
          .dense(120)
          .activation(activation)
          .dense(84)
          .activation(activation)
          .dense(10);
    }
  }

  @Param private Subject subject;

  @Param({"1", "2"})
  private int threads;

  private Program program;
  private Batch batch;
  private float[] outputs;
  private final Scores scores = Scores.sums();

  /** Compiles the network and draws images. */
  @Setup
  public void setUp() {
    Network network = subject.network;
    Loss loss = new Loss.CrossEntropy(Fraction.ONE);
    program =
        Guice.createInjector(new SimdPlugin())
            .getInstance(Registry.class)
            .kinds(BackendSpec.class)
            .iterator()
            .next()
            .instance()
            .create(Device.CPU, threads)
            .compile(network, loss, subject.batchSize, 1);
    batch = new Batch(subject.batchSize, network.input().size());
    RandomStream random = new RandomStream(1, "images");
    for (int i = 0; i < batch.images().length; i++) {
      batch.images()[i] = random.nextFloat();
    }
    for (int i = 0; i < subject.batchSize; i++) {
      batch.labels()[i] = i % network.classes();
    }
    batch.begin(subject.batchSize, 1);
    outputs = new float[subject.batchSize * network.classes()];
  }

  /** Ends the program's threads. */
  @TearDown
  public void tearDown() {
    program.close();
  }

  /** Forward, loss and backward of one batch. */
  @Benchmark
  public void train() {
    scores.reset();
    program.trainBatch(batch, scores);
  }

  /** The outputs of one batch. */
  @Benchmark
  public float[] forward() {
    program.forward(batch, outputs);
    return outputs;
  }
}
