package org.lenetlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lenetlab.api.backend.Backend;
import org.lenetlab.api.backend.CurvatureProgram;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.backend.Scores;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.data.ByteImages;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Pooling.Kind;
import org.lenetlab.api.random.RandomStream;

/**
 * What every {@link Program} must do whatever its numbers are: keep its parameters, be repeatable,
 * and let nothing that it was asked before change what it answers now. A backend's tests extend
 * this class or {@link BackendContract}.
 */
public abstract class ProgramContract {
  private static final long SEED = 7;

  private static final Network NETWORK =
      NetworkBuilder.input(1, 12, 12)
          .convolution(5, 3)
          .activation(new Activation.Tanh())
          .pooling(Kind.MAX, 2, 2)
          .convolution(7, 3)
          .activation(new Activation.Relu())
          .dropout(0.3)
          .dense(9)
          .activation(new Activation.Sigmoid())
          .dense(5)
          .build();

  /** The backend under test, with {@code threads} threads. */
  protected abstract Backend backend(int threads);

  /** Whether it warns that its thread count changes bits. */
  protected boolean threadsChangeResults() {
    return false;
  }

  private Program compile(int batchSize) {
    return backend(1).compile(NETWORK, Losses.CROSS_ENTROPY, batchSize, SEED);
  }

  @Test
  void startsAtTheInitialParametersOfTheSeed() {
    try (Program program = compile(4)) {
      assertThat(program.parameters()).containsExactly(NETWORK.initialParameters(SEED));
    }
  }

  @Test
  void keepsTheParametersThatAreSet() {
    try (Program program = compile(4)) {
      float[] set = numbered();
      program.setParameters(set);
      set[0] = -1;
      assertThat(program.parameters()).containsExactly(numbered());
      program.parameters()[1] = -1;
      assertThat(program.parameters()).containsExactly(numbered());
    }
  }

  @Test
  void bringsVectorsToItsOwnOrderAndBack() {
    try (Program program = compile(4)) {
      float[] own = program.fromCanonical(numbered());
      assertThat(own).hasSize(program.vectorLength());
      assertThat(program.toCanonical(own)).containsExactly(numbered());
    }
  }

  @Test
  void padsItsOwnOrderWithZeros() {
    try (Program program = compile(4)) {
      float[] own = program.fromCanonical(numbered());
      Arrays.sort(own);
      int padding = own.length - NETWORK.parameterCount();
      assertThat(Arrays.copyOf(own, padding)).containsExactly(new float[padding]);
      assertThat(Arrays.copyOfRange(own, padding, own.length)).containsExactly(numbered());
    }
  }

  private static float[] numbered() {
    float[] values = new float[NETWORK.parameterCount()];
    for (int k = 0; k < values.length; k++) {
      values[k] = k + 1;
    }
    return values;
  }

  @Test
  void updatesEveryParameterOncePerStep() {
    try (Program program = compile(8)) {
      CountingOptimizer optimizer = new CountingOptimizer(program.vectorLength());
      program.trainBatch(Batches.random(NETWORK, 8, 1), Scores.sums());
      program.update(optimizer, 0.1f);
      assertThat(optimizer.steps()).isOne();
      assertThat(program.toCanonical(optimizer.touched())).containsOnly(1);
    }
  }

  @Test
  void learns() {
    try (Program program = compile(40)) {
      Batch batch = Batches.random(NETWORK, 40, 1);
      PlainMomentum optimizer = new PlainMomentum(program.vectorLength(), 0.9);
      Scores before = Scores.sums();
      program.evaluate(batch, before);
      for (int step = 0; step < 60; step++) {
        program.trainBatch(batch, Scores.sums());
        program.update(optimizer, 0.1f);
      }
      Scores after = Scores.sums();
      program.evaluate(batch, after);
      assertThat(after.meanLoss()).isLessThan(0.7 * before.meanLoss());
    }
  }

  @Test
  void givesTheSameBitsAgain() {
    assertThat(trace(1)).containsExactly(trace(1));
  }

  @Test
  void givesTheSameBitsAtAnyThreadCount() {
    if (!threadsChangeResults()) {
      float[] one = trace(1);
      assertThat(trace(2)).containsExactly(one);
      assertThat(trace(3)).containsExactly(one);
    }
  }

  /** All that a short training with awkward batches leaves behind. */
  private float[] trace(int threads) {
    try (Program program = backend(threads).compile(NETWORK, Losses.CROSS_ENTROPY, 70, SEED)) {
      PlainMomentum optimizer = new PlainMomentum(program.vectorLength(), 0.9);
      Scores scores = Scores.sums();
      for (int size : new int[] {70, 33, 17, 1}) {
        program.trainBatch(Batches.random(NETWORK, size, size), scores);
        program.update(optimizer, 0.05f);
      }
      Batch batch = Batches.random(NETWORK, 49, 4);
      program.evaluate(batch, scores);
      float[] outputs = new float[49 * NETWORK.classes()];
      program.forward(batch, outputs);
      float[] curvature = new float[program.vectorLength()];
      if (program instanceof CurvatureProgram curved) {
        curved.addCurvature(batch, curvature);
      }
      float loss = (float) scores.meanLoss();
      return concatenate(
          program.parameters(), program.gradients(), outputs, curvature, new float[] {loss});
    }
  }

  private static float[] concatenate(float[]... parts) {
    float[] all = new float[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int next = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, next, part.length);
      next += part.length;
    }
    return all;
  }

  @Test
  void forgetsALargerBatchBefore() {
    Batch full = Batches.random(NETWORK, 64, 1);
    Batch rest = Batches.random(NETWORK, 5, 2);
    try (Program used = compile(64);
        Program fresh = compile(64)) {
      used.trainBatch(full, Scores.sums());
      used.evaluate(full, Scores.sums());
      used.trainBatch(rest, Scores.sums());
      fresh.trainBatch(rest, Scores.sums());
      assertThat(used.gradients()).containsExactly(fresh.gradients());
    }
  }

  @Test
  void takesImagesThatStayBytesForTheirValues() {
    Network network = NetworkBuilder.input(3, 15, 15).convolution(4, 3).dense(5).build();
    ByteImages images = new ByteImages(network.input(), bytes(20 * network.input().size()), 0);
    try (Program program = backend(1).compile(network, Losses.CROSS_ENTROPY, 45, SEED)) {
      for (int size : new int[] {45, 3}) {
        Batch batch = Batches.stored(network, images, size, 5);
        program.trainBatch(batch, Scores.sums());
        float[] gradients = program.gradients();
        program.trainBatch(Batches.prepared(batch), Scores.sums());
        assertThat(gradients).containsExactly(program.gradients());
      }
    }
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RandomStream random = new RandomStream(SEED, "bytes");
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  @Test
  void ignoresWhatABatchHeldBefore() {
    Batch reused = Batches.random(NETWORK, 40, 1);
    Batch clean = Batches.slice(reused, 0, 9);
    reused.begin(9, reused.epoch());
    try (Program program = compile(40)) {
      Scores scores = Scores.sums();
      program.trainBatch(reused, scores);
      assertThat(scores.count()).isEqualTo(9);
      float[] gradients = program.gradients();
      program.trainBatch(clean, Scores.sums());
      assertThat(gradients).containsExactly(program.gradients());
    }
  }

  @Test
  void givesTheSameBitsWhateverItsCapacity() {
    Batch batch = Batches.random(NETWORK, 19, 1);
    try (Program exact = compile(19);
        Program large = compile(200)) {
      exact.trainBatch(batch, Scores.sums());
      large.trainBatch(batch, Scores.sums());
      assertThat(large.gradients()).containsExactly(exact.gradients());
    }
  }

  @Test
  void evaluationLeavesTrainingAsItWas() {
    Batch batch = Batches.random(NETWORK, 70, 1);
    try (Program disturbed = compile(70);
        Program undisturbed = compile(70)) {
      for (Program program : new Program[] {disturbed, undisturbed}) {
        program.trainBatch(batch, Scores.sums());
      }
      Batch other = Batches.random(NETWORK, 13, 2);
      disturbed.evaluate(other, Scores.sums());
      disturbed.forward(other, new float[13 * NETWORK.classes()]);
      if (disturbed instanceof CurvatureProgram curved) {
        curved.addCurvature(other, new float[disturbed.vectorLength()]);
      }
      assertThat(disturbed.gradients()).containsExactly(undisturbed.gradients());
      for (Program program : new Program[] {disturbed, undisturbed}) {
        program.update(new PlainMomentum(program.vectorLength(), 0.9), 0.1f);
      }
      assertThat(disturbed.parameters()).containsExactly(undisturbed.parameters());
    }
  }

  @Test
  void preparesTheImagesThatItUses() {
    Batch prepared = Batches.random(NETWORK, 70, 1);
    for (int threads : new int[] {1, 3}) {
      try (Program program = backend(threads).compile(NETWORK, Losses.CROSS_ENTROPY, 70, SEED)) {
        program.trainBatch(prepared, Scores.sums());
        float[] gradients = program.gradients();
        program.trainBatch(Batches.unprepared(prepared), Scores.sums());
        assertThat(program.gradients()).containsExactly(gradients);
      }
    }
  }

  @Test
  void programsOfOneBackendDoNotShareState() {
    Backend backend = backend(2);
    Batch batch = Batches.random(NETWORK, 20, 1);
    try (Program first = backend.compile(NETWORK, Losses.CROSS_ENTROPY, 20, SEED);
        Program second = backend.compile(NETWORK, Losses.CROSS_ENTROPY, 20, SEED)) {
      first.trainBatch(batch, Scores.sums());
      float[] gradients = first.gradients();
      second.setParameters(numbered());
      second.trainBatch(Batches.random(NETWORK, 20, 2), Scores.sums());
      assertThat(first.gradients()).containsExactly(gradients);
      assertThat(first.parameters()).containsExactly(NETWORK.initialParameters(SEED));
    }
  }

  @Test
  void scoresExamplesInOrder() {
    Batch batch = Batches.random(NETWORK, 37, 1);
    try (Program program = compile(37)) {
      Scores together = Scores.withPredictions(37);
      program.evaluate(batch, together);
      Scores apart = Scores.withPredictions(37);
      for (int e = 0; e < 37; e++) {
        program.evaluate(Batches.slice(batch, e, e + 1), apart);
      }
      assertThat(together.predictions()).containsExactly(apart.predictions());
      assertThat(together.correct()).isEqualTo(apart.correct());
      Tolerance.of(NETWORK, 37).check("mean loss", apart.meanLoss(), together.meanLoss(), 0);
    }
  }

  @Test
  void gradientOfABatchIsTheMeanOverItsExamples() {
    Batch batch = Batches.random(NETWORK, 18, 1);
    try (Program program = compile(18)) {
      program.trainBatch(batch, Scores.sums());
      float[] together = program.gradients();
      float[] mean = new float[together.length];
      for (int e = 0; e < 18; e++) {
        program.trainBatch(Batches.slice(batch, e, e + 1), Scores.sums());
        float[] single = program.gradients();
        for (int k = 0; k < mean.length; k++) {
          mean[k] += single[k] / 18;
        }
      }
      Tolerance.of(NETWORK, 18).check("gradient", together, mean, NETWORK.parameters());
    }
  }

  @Test
  void curvatureIsAddedExampleByExample() {
    try (Program program = compile(18)) {
      if (program instanceof CurvatureProgram curved) {
        Batch batch = Batches.random(NETWORK, 18, 1);
        float[] together = new float[program.vectorLength()];
        curved.addCurvature(batch, together);
        float[] apart = new float[program.vectorLength()];
        curved.addCurvature(Batches.slice(batch, 0, 7), apart);
        curved.addCurvature(Batches.slice(batch, 7, 18), apart);
        Tolerance.of(NETWORK, 18)
            .check(
                "curvature",
                program.toCanonical(apart),
                program.toCanonical(together),
                NETWORK.parameters());
      }
    }
  }

  @Test
  void closesTwice() {
    Program program = backend(3).compile(NETWORK, Losses.CROSS_ENTROPY, 4, SEED);
    program.trainBatch(Batches.random(NETWORK, 4, 1), Scores.sums());
    program.close();
    program.close();
  }
}
