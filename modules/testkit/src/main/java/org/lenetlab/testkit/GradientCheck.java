package org.lenetlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lenetlab.api.backend.Backend;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.backend.Scores;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Parameter;

/**
 * Compares the gradients of every op and loss with central differences (L(w + h) − L(w − h)) / 2h
 * of the training loss, dropout included. For a backend that computes in double: with float losses
 * the difference would keep three digits at best. The others are compared with such a backend
 * ({@link BackendContract}).
 *
 * <p>With h = 2⁻¹⁷ the difference is off by h²/6 ≈ 10⁻¹¹ third derivatives, and by about 10⁻¹⁰ for
 * rounding; gradients are rounded to float, 6·10⁻⁸. Inputs stay clear of kinks by more than h moves
 * any value.
 */
public abstract class GradientCheck {
  private static final double STEP = 0x1p-17;
  private static final double KINK_MARGIN = 1e-4;
  private static final double TOLERANCE = 1e-6;
  private static final int VALUES_PER_TENSOR = 12;
  private static final int EXAMPLES = 2;
  private static final long SEED = 5;

  /** The backend under test. It computes in double. */
  protected abstract Backend backend();

  static List<NetworkCase> catalogue() {
    return Catalogue.cases();
  }

  static List<NetworkCase> leNets() {
    return Catalogue.leNets();
  }

  static List<NetworkCase> randomNetworks() {
    return RandomNetworks.cases(50);
  }

  @ParameterizedTest
  @MethodSource({"catalogue", "leNets", "randomNetworks"})
  void gradientMatchesFiniteDifferences(NetworkCase networkCase) {
    Network network = networkCase.network();
    try (Program program = backend().compile(network, networkCase.loss(), EXAMPLES, SEED);
        Kinks kinks = new Kinks(backend(), network, program.parameters(), KINK_MARGIN)) {
      Batch batch = kinks.clearBatch(EXAMPLES, SEED);
      program.trainBatch(batch, Scores.sums());
      float[] gradients = program.gradients();
      double floor = 1e-3 * Tolerance.largest(gradients);
      for (Parameter tensor : network.parameters()) {
        check(program, batch, gradients, tensor, floor);
      }
    }
  }

  /** Compares some values of a tensor, evenly spread. */
  private static void check(
      Program program, Batch batch, float[] gradients, Parameter tensor, double floor) {
    double largest = floor;
    for (int k = tensor.offset(); k < tensor.offset() + tensor.size(); k++) {
      largest = Math.max(largest, Math.abs(gradients[k]));
    }
    int stride = Math.max(1, tensor.size() / VALUES_PER_TENSOR);
    for (int i = 0; i < tensor.size(); i += stride) {
      int k = tensor.offset() + i;
      assertThat((double) gradients[k])
          .as("gradient of value %d of %s", i, tensor.name())
          .isCloseTo(difference(program, batch, k), offset(TOLERANCE * largest));
    }
  }

  private static double difference(Program program, Batch batch, int k) {
    float[] parameters = program.parameters();
    float value = parameters[k];
    parameters[k] = (float) (value + STEP);
    // The distance that a float can really be moved.
    double step = (double) parameters[k] - value;
    double above = loss(program, batch, parameters);
    parameters[k] = (float) (value - step);
    double below = loss(program, batch, parameters);
    double width = value + step - parameters[k];
    parameters[k] = value;
    program.setParameters(parameters);
    return (above - below) / width;
  }

  private static double loss(Program program, Batch batch, float[] parameters) {
    program.setParameters(parameters);
    Scores scores = Scores.sums();
    program.trainBatch(batch, scores);
    return scores.meanLoss();
  }
}
