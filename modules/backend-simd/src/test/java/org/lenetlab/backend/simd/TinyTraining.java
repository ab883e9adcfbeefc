package org.lenetlab.backend.simd;

import java.util.zip.CRC32C;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.backend.Scores;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Pooling.Kind;
import org.lenetlab.api.optimizer.Optimizer;
import org.lenetlab.api.optimizer.OptimizerState;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.Fraction;
import org.lenetlab.testkit.NetworkBuilder;

/** A training of a few steps that uses nearly every kernel, and a hash of all that it leaves. */
final class TinyTraining {
  private static final String TABLE =
      """
      XX.X.XXX.
      .XXX.X.X.
      X.X.XXX.X
      """;

  private TinyTraining() {}

  /** Prints the hashes. */
  public static void main(String[] arguments) {
    System.out.println(hashes(1));
  }

  /**
   * Hashes of trainings with cross-entropy, with distances, with a kernel of five columns, and with
   * two in tiles.
   */
  static String hashes(int threads) {
    NetworkBuilder classifier =
        NetworkBuilder.input(1, 10, 10)
            .convolution(10, 4, 1, 1)
            .activation(new Activation.Sigmoid())
            .pooling(Kind.AVERAGE, 2, 2)
            .convolution(7, 3)
            .activation(new Activation.Relu())
            .pooling(Kind.MAX, 2, 1)
            .dense(12)
            .dropout(0.25)
            .activation(new Activation.Tanh())
            .dense(6);
    NetworkBuilder distances =
        NetworkBuilder.input(1, 10, 10)
            .convolution(3, 3)
            .pooling(Kind.SUM, 2, 2)
            .affine(4, 0, 1, 2)
            .activation(new Activation.ScaledTanh())
            .convolution(TABLE, 3, 1, 0)
            .dense(9)
            .activation(new Activation.ScaledTanh())
            .distances(6);
    NetworkBuilder wideKernel =
        NetworkBuilder.input(1, 20, 26)
            .convolution(3, 3)
            .activation(new Activation.Tanh())
            .pooling(Kind.MAX, 2, 2)
            .convolution(10, 5)
            .activation(new Activation.Relu())
            .dense(6);
    NetworkBuilder tiles =
        NetworkBuilder.input(1, 10, 15)
            .convolution(3, 5)
            .activation(new Activation.Tanh())
            .convolution(TABLE, 5, 1, 0)
            .activation(new Activation.Relu())
            .dense(6);
    return "%08x %08x %08x %08x"
        .formatted(
            hash(classifier.build(), new Loss.CrossEntropy(Fraction.ONE), threads),
            hash(distances.build(), new Loss.RbfMap(10, Fraction.ONE), threads),
            hash(wideKernel.build(), new Loss.CrossEntropy(Fraction.ONE), threads),
            hash(tiles.build(), new Loss.CrossEntropy(Fraction.ONE), threads));
  }

  private static long hash(Network network, Loss loss, int threads) {
    // Not by way of the backend, which would rehearse: that takes long in an interpreter.
    try (SimdProgram program = new SimdProgram(network, loss, 35, 5, threads, StepWrapper.NONE)) {
      Scores scores = Scores.sums();
      for (int size : new int[] {35, 1, 33}) {
        program.trainBatch(batch(network, size), scores);
        program.update(new Descent(), 0.05f);
      }
      float[] curvature = new float[program.vectorLength()];
      program.addCurvature(batch(network, 33), curvature);
      program.evaluate(batch(network, 34), scores);
      CRC32C hash = new CRC32C();
      add(program.parameters(), hash);
      add(program.toCanonical(curvature), hash);
      add(new float[] {(float) scores.meanLoss()}, hash);
      return hash.getValue();
    }
  }

  private static void add(float[] values, CRC32C hash) {
    for (float value : values) {
      int bits = Float.floatToIntBits(value);
      for (int shift = 0; shift < 32; shift += 8) {
        hash.update(bits >>> shift);
      }
    }
  }

  private static Batch batch(Network network, int size) {
    RandomStream random = new RandomStream(size, "images");
    Batch batch = new Batch(size, network.input().size());
    for (int i = 0; i < size * network.input().size(); i++) {
      batch.images()[i] = random.nextFloat();
    }
    for (int i = 0; i < size; i++) {
      batch.labels()[i] = random.nextInt(network.classes());
      batch.indices()[i] = i;
    }
    batch.begin(size, 1);
    return batch;
  }

  /** Plain gradient descent. */
  private record Descent() implements Optimizer {
    @Override
    public void update(float[] parameters, float[] gradients, int from, int to, float rate) {
      for (int i = from; i < to; i++) {
        parameters[i] -= rate * gradients[i];
      }
    }

    @Override
    public OptimizerState state() {
      return OptimizerState.NONE;
    }

    @Override
    public void restore(OptimizerState state) {}
  }
}
