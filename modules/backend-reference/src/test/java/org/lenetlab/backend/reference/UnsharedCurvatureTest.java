package org.lenetlab.backend.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lenetlab.api.backend.CurvatureProgram;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Parameter;
import org.lenetlab.api.network.Pooling.Kind;
import org.lenetlab.api.network.Stage;
import org.lenetlab.testkit.Batches;
import org.lenetlab.testkit.Losses;
import org.lenetlab.testkit.NetworkBuilder;

/**
 * Compares the curvature with the recursion of LeCun et al. 1998, appendix C, evaluated connection
 * by connection: every output of an op is a unit of its own with weights of its own, whose local
 * derivatives are measured by moving one input or one parameter at a time. Only forward passes are
 * used. A shared weight's curvature is the sum over the connections that share it.
 */
final class UnsharedCurvatureTest {
  private static final String TABLE =
      """
      X.X.X
      XX..X
      .XXX.
      """;

  static List<NetworkBuilder> networks() {
    return List.of(
        NetworkBuilder.input(2, 6, 5).convolution(3, 3, 2, 1).dense(4),
        NetworkBuilder.input(3, 6, 6)
            .convolution(TABLE, 3, 1, 0)
            .activation(new Activation.ScaledTanh())
            .pooling(Kind.AVERAGE, 2, 2)
            .convolution(4, 2),
        NetworkBuilder.input(1, 7, 7)
            .convolution(3, 2)
            .pooling(Kind.SUM, 2, 2)
            .affine(4, 0, 0, 1, 2, 2)
            .activation(new Activation.Tanh())
            .dense(5)
            .activation(new Activation.Sigmoid())
            .distances(3),
        NetworkBuilder.input(1, 8, 8)
            .convolution(2, 3)
            .activation(new Activation.LeakyRelu(0.2f))
            .pooling(Kind.MAX, 3, 1)
            .dropout(0.4)
            .dense(6)
            .dense(4));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void curvatureSumsOverUnsharedConnections(NetworkBuilder builder) {
    Network network = builder.build();
    var loss = network.outputsDistances() ? Losses.RBF_MAP : Losses.CROSS_ENTROPY;
    Batch batch = Batches.random(network, 1, 3);
    try (CurvatureProgram program = new ReferenceBackend().compile(network, loss, 1, 4)) {
      float[] curvature = new float[program.vectorLength()];
      program.addCurvature(batch, curvature);
      double[] expected = unshared(network, program.parameters(), batch, loss);
      for (Parameter tensor : network.parameters()) {
        for (int k = tensor.offset(); k < tensor.offset() + tensor.size(); k++) {
          assertThat((double) curvature[k])
              .as("%s, value %d", tensor.name(), k - tensor.offset())
              .isCloseTo(expected[k], offset(1e-6 * (1e-3 + Math.abs(expected[k]))));
        }
      }
    }
  }

  private static double[] unshared(
      Network network, float[] parameters, Batch batch, org.lenetlab.api.backend.Loss loss) {
    List<double[]> values = new ArrayList<>();
    Chain chain = new Chain(network, parameters, 0);
    chain.beginEvaluation();
    double[] outputs = chain.forward(batch.images(), 0);
    for (int border = 0; border <= chain.length(); border++) {
      values.add(chain.values(border).clone());
    }
    Objective objective = new Objective(network, loss);
    objective.at(outputs, batch.labels()[0]);
    int border = objective.writeCurvature(chain);
    double[] h = chain.derivatives(border).clone();
    double[] sum = new double[parameters.length];
    for (int k = border - 1; k >= 0; k--) {
      Stage stage = network.stages().get(k);
      LocalDerivatives local = new LocalDerivatives(stage, parameters, values.get(k));
      for (Parameter tensor : stage.parameters()) {
        for (int w = tensor.offset(); w < tensor.offset() + tensor.size(); w++) {
          sum[w] = squaresTimes(local.byParameter(w), h);
        }
      }
      double[] before = new double[values.get(k).length];
      for (int j = 0; j < before.length; j++) {
        before[j] = squaresTimes(local.byInput(j), h);
      }
      h = before;
    }
    return sum;
  }

  /** Σ over the outputs i of (∂y[i]/∂·)²·h[i]. */
  private static double squaresTimes(double[] derivatives, double[] h) {
    double sum = 0;
    for (int i = 0; i < h.length; i++) {
      sum += derivatives[i] * derivatives[i] * h[i];
    }
    return sum;
  }

  /** Measures ∂y/∂· of one op. */
  private static final class LocalDerivatives {
    private static final double STEP = 0x1p-14;
    private final Kernel kernel;
    private final float[] parameters;
    private final double[] x;
    private final int outputs;

    LocalDerivatives(Stage stage, float[] parameters, double[] x) {
      this.parameters = parameters.clone();
      this.x = x.clone();
      kernel = Kernel.of(stage, this.parameters, 0);
      kernel.beginEvaluation();
      outputs = stage.op().output().size();
    }

    double[] byInput(int j) {
      double value = x[j];
      x[j] = value + STEP;
      double[] above = forward();
      x[j] = value - STEP;
      double[] below = forward();
      x[j] = value;
      return difference(above, below, 2 * STEP);
    }

    double[] byParameter(int k) {
      float value = parameters[k];
      double[] below = forward();
      parameters[k] = value + 1;
      double width = (double) parameters[k] - value;
      double[] above = forward();
      parameters[k] = value;
      return difference(above, below, width);
    }

    private double[] forward() {
      double[] y = new double[outputs];
      kernel.forward(x, y);
      return y;
    }

    private static double[] difference(double[] above, double[] below, double width) {
      double[] difference = new double[above.length];
      for (int i = 0; i < difference.length; i++) {
        difference[i] = (above[i] - below[i]) / width;
      }
      return difference;
    }
  }
}
