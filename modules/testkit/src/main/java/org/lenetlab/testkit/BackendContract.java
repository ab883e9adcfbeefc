package org.lenetlab.testkit;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lenetlab.api.backend.Backend;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.backend.Scores;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Parameter;

/**
 * What every backend must keep: the rules of {@link ProgramContract}, and agreement with the
 * reference backend, within what rounding explains, on many networks and awkward batch sizes. Other
 * sizes than multiples of a vector's lanes are where fast backends go wrong.
 */
public abstract class BackendContract extends ProgramContract {
  private static final int[] BATCH_SIZES = {1, 3, 7, 16, 17, 31, 33, 64, 70};
  private static final int[] FEW_BATCH_SIZES = {1, 19, 33};
  private static final double KINK_MARGIN = 2e-5;
  private static final long SEED = 11;

  /** The backend that defines the right results. */
  protected abstract Backend reference();

  static List<NetworkCase> leNets() {
    return Catalogue.leNets();
  }

  static List<NetworkCase> catalogue() {
    return Catalogue.cases();
  }

  static List<NetworkCase> randomNetworks() {
    return RandomNetworks.cases(50);
  }

  @ParameterizedTest
  @MethodSource("leNets")
  void agreesWithTheReferenceOnLeNets(NetworkCase networkCase) {
    checkAgreement(networkCase, FEW_BATCH_SIZES);
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void agreesWithTheReference(NetworkCase networkCase) {
    checkAgreement(networkCase, BATCH_SIZES);
  }

  @ParameterizedTest
  @MethodSource("randomNetworks")
  void agreesWithTheReferenceOnRandomNetworks(NetworkCase networkCase) {
    checkAgreement(networkCase, FEW_BATCH_SIZES);
  }

  /** More images than a backend may want to keep anything of. */
  @Test
  void agreesWithTheReferenceOnALargeBatch() {
    Network network = NetworkBuilder.input(1, 8, 8).convolution(3, 3).dense(7).dense(4).build();
    checkAgreement(new NetworkCase("large", network, Losses.CROSS_ENTROPY), 2_500);
  }

  private void checkAgreement(NetworkCase networkCase, int... sizes) {
    Network network = networkCase.network();
    Batch examples = clearBatch(network, Arrays.stream(sizes).max().orElseThrow());
    for (int size : sizes) {
      Batch batch = Batches.slice(examples, 0, size);
      try (Program expected = reference().compile(network, networkCase.loss(), size, SEED);
          Program actual = backend(2).compile(network, networkCase.loss(), size, SEED)) {
        String where = networkCase + ", batch of " + size + ": ";
        new Agreement(where, network, actual, expected, batch).checkAll();
      }
    }
  }

  private Batch clearBatch(Network network, int size) {
    float[] parameters = network.initialParameters(SEED);
    try (Kinks kinks = new Kinks(reference(), network, parameters, KINK_MARGIN)) {
      return kinks.clearBatch(size, SEED);
    }
  }

  /** Outputs of some hundreds, whose exponentials no float holds. */
  @Test
  void survivesLargeOutputs() {
    Network network = NetworkBuilder.input(1, 4, 4).dense(6).build();
    float[] parameters = network.initialParameters(SEED);
    for (int k = 0; k < parameters.length; k++) {
      parameters[k] *= 500;
    }
    Batch batch = Batches.random(network, 20, SEED);
    try (Program expected = reference().compile(network, Losses.CROSS_ENTROPY, 20, SEED);
        Program actual = backend(2).compile(network, Losses.CROSS_ENTROPY, 20, SEED)) {
      expected.setParameters(parameters);
      actual.setParameters(parameters);
      Agreement agreement = new Agreement("large outputs: ", network, actual, expected, batch);
      agreement.checkOutputs();
      agreement.checkEvaluation();
      agreement.checkTraining();
    }
  }

  @ParameterizedTest
  @MethodSource("smoothNetworks")
  void staysWithTheReferenceOverSeveralSteps(NetworkCase networkCase) {
    Network network = networkCase.network();
    try (Program expected = reference().compile(network, networkCase.loss(), 32, SEED);
        Program actual = backend(2).compile(network, networkCase.loss(), 32, SEED)) {
      PlainMomentum expectedMomentum = new PlainMomentum(expected.vectorLength(), 0.9);
      PlainMomentum actualMomentum = new PlainMomentum(actual.vectorLength(), 0.9);
      for (int size : new int[] {32, 32, 7, 32, 1, 32}) {
        Batch batch = Batches.random(network, size, SEED + size);
        expected.trainBatch(batch, Scores.sums());
        expected.update(expectedMomentum, 0.02f);
        actual.trainBatch(batch, Scores.sums());
        actual.update(actualMomentum, 0.02f);
      }
      Tolerance.of(network, 32)
          .check(
              networkCase + ": parameters after six steps",
              actual.parameters(),
              expected.parameters(),
              network.parameters());
    }
  }

  static List<NetworkCase> smoothNetworks() {
    return Catalogue.smooth();
  }

  /**
   * A first op without weights and biases puts out 0 everywhere, so that every pooling window is a
   * tie, every rectifier at its kink, and no output larger than another.
   */
  @ParameterizedTest
  @MethodSource("tiedNetworks")
  void resolvesTiesAsTheReferenceDoes(NetworkCase networkCase) {
    Network network = networkCase.network();
    float[] parameters = network.initialParameters(SEED);
    for (Parameter parameter : network.stages().getFirst().parameters()) {
      Arrays.fill(parameters, parameter.offset(), parameter.offset() + parameter.size(), 0);
    }
    Batch batch = Batches.random(network, 21, SEED);
    try (Program expected = reference().compile(network, networkCase.loss(), 21, SEED);
        Program actual = backend(2).compile(network, networkCase.loss(), 21, SEED)) {
      expected.setParameters(parameters);
      actual.setParameters(parameters);
      new Agreement(networkCase + ": ", network, actual, expected, batch).checkAll();
    }
  }

  static List<NetworkCase> tiedNetworks() {
    return Catalogue.tied();
  }
}
