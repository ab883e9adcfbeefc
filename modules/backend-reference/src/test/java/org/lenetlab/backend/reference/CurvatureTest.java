package org.lenetlab.backend.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lenetlab.api.backend.CurvatureProgram;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.backend.Loss.MeanSquaredError.Reduction;
import org.lenetlab.api.backend.Scores;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.spec.Fraction;
import org.lenetlab.testkit.Batches;
import org.lenetlab.testkit.Losses;
import org.lenetlab.testkit.NetworkBuilder;

/**
 * Compares the curvature with numerical second derivatives where the recursion is exact: behind one
 * linear layer always, behind two where the loss has no mixed second derivatives.
 */
final class CurvatureTest {
  private static final double STEP = 0x1p-9;
  private static final int EXAMPLES = 4;

  static Stream<Arguments> exactCases() {
    Loss map = new Loss.RbfMap(3, Fraction.parse("1/10"));
    Loss squaredError = Losses.squaredError(Reduction.MEAN);
    return Stream.of(
        Arguments.of("one layer, cross-entropy", one().dense(5), Losses.CROSS_ENTROPY),
        Arguments.of("one layer, squared error", one().dense(5), squaredError),
        Arguments.of("one layer, rbf-mle", one().dense(7).distances(4), Losses.RBF_MLE),
        Arguments.of("one layer, rbf-map", one().dense(7).distances(4), map),
        Arguments.of("two layers, squared error", one().dense(6).dense(5), squaredError),
        Arguments.of("two layers, rbf-mle", one().dense(6).dense(7).distances(4), Losses.RBF_MLE),
        Arguments.of("coefficients", NetworkBuilder.input(4, 1, 1).affine(1, 2, 0, 3), map));
  }

  private static NetworkBuilder one() {
    return NetworkBuilder.input(1, 3, 2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("exactCases")
  void curvatureIsTheSecondDerivative(String name, NetworkBuilder builder, Loss loss) {
    Network network = builder.build();
    Batch batch = Batches.random(network, EXAMPLES, 1);
    try (CurvatureProgram program = new ReferenceBackend().compile(network, loss, EXAMPLES, 2)) {
      float[] curvature = new float[program.vectorLength()];
      program.addCurvature(batch, curvature);
      for (int k = 0; k < curvature.length; k++) {
        double expected = secondDifference(program, batch, k);
        assertThat((double) curvature[k])
            .as("%s, parameter %d", name, k)
            .isCloseTo(expected, offset(1e-4 * (1e-2 + Math.abs(expected))));
      }
    }
  }

  /** Of the batch's summed loss. */
  private static double secondDifference(CurvatureProgram program, Batch batch, int k) {
    float[] parameters = program.parameters();
    float[] moved = parameters.clone();
    moved[k] = (float) (parameters[k] + STEP);
    double step = (double) moved[k] - parameters[k];
    double above = loss(program, batch, moved);
    moved[k] = (float) (parameters[k] - step);
    double below = loss(program, batch, moved);
    return (above - 2 * loss(program, batch, parameters) + below) / (step * step);
  }

  private static double loss(CurvatureProgram program, Batch batch, float[] parameters) {
    program.setParameters(parameters);
    Scores scores = Scores.sums();
    program.evaluate(batch, scores);
    return EXAMPLES * scores.meanLoss();
  }
}
