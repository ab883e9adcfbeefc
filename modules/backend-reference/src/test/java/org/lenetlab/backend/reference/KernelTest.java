package org.lenetlab.backend.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenetlab.api.network.ChannelAffine;
import org.lenetlab.api.network.ConnectionTable;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Dense;
import org.lenetlab.api.network.Dropout;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Pooling;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.network.SquaredDistance;
import org.lenetlab.api.network.Stage;
import org.lenetlab.api.network.Targets;
import org.lenetlab.testkit.NetworkBuilder;

/** Values worked out by hand or by the formula in the op's documentation. */
final class KernelTest {

  private static Kernel kernel(Op op, float... parameters) {
    Stage stage = NetworkBuilder.of(List.of(op)).stages().getFirst();
    return Kernel.of(stage, parameters, 1);
  }

  private static double[] forward(Op op, double[] x, float... parameters) {
    Kernel kernel = kernel(op, parameters);
    kernel.beginEvaluation();
    double[] y = new double[op.output().size()];
    kernel.forward(x, y);
    return y;
  }

  private static double[] counting(int size) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = i + 1;
    }
    return values;
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5, 3, 1, 0",
    "5, 6, 2, 1, 1",
    "7, 5, 3, 2, 1",
    "4, 4, 1, 3, 0",
    "3, 2, 4, 1, 5",
    "6, 5, 3, 4, 2"
  })
  void convolutionFollowsItsFormula(int height, int width, int kernel, int stride, int padding) {
    ConnectionTable table = ConnectionTable.parse("X.X\nXX.", 2, 3);
    Convolution op = new Convolution(new Shape(2, height, width), kernel, stride, padding, table);
    float[] parameters = new float[(int) op.parameterCount()];
    for (int k = 0; k < parameters.length; k++) {
      parameters[k] = (k * 7 % 11) - 5;
    }
    double[] x = counting(op.input().size());
    double[] y = forward(op, x, parameters);
    for (int o = 0; o < 3; o++) {
      for (int r = 0; r < op.output().height(); r++) {
        for (int c = 0; c < op.output().width(); c++) {
          int place = (o * op.output().height() + r) * op.output().width() + c;
          assertThat(y[place]).isEqualTo(byFormula(op, parameters, x, o, r, c));
        }
      }
    }
  }

  /** The weights of output 0 are for inputs 0 and 1, those of 1 for 1, those of 2 for 0. */
  private static double byFormula(Convolution op, float[] w, double[] x, int o, int r, int c) {
    int[][] inputs = {{0, 1}, {1}, {0}};
    int[] firstLink = {0, 2, 3};
    double sum = w[4 * op.kernelArea() + o];
    for (int i = 0; i < inputs[o].length; i++) {
      for (int u = 0; u < op.kernel(); u++) {
        for (int v = 0; v < op.kernel(); v++) {
          int row = r * op.stride() + u - op.padding();
          int column = c * op.stride() + v - op.padding();
          boolean inside =
              row >= 0 && row < op.input().height() && column >= 0 && column < op.input().width();
          if (inside) {
            int weight = ((firstLink[o] + i) * op.kernel() + u) * op.kernel() + v;
            sum +=
                w[weight]
                    * x[(inputs[o][i] * op.input().height() + row) * op.input().width() + column];
          }
        }
      }
    }
    return sum;
  }

  @Test
  void poolingLeavesOutRowsThatFillNoWindow() {
    double[] image = {
      1, 2, 3, 4, 5,
      9, 8, 7, 6, 5,
      0, 1, 0, 1, 0
    };
    Shape shape = new Shape(1, 3, 5);
    assertThat(forward(new Pooling(shape, Pooling.Kind.SUM, 2, 2), image)).containsExactly(20, 20);
    assertThat(forward(new Pooling(shape, Pooling.Kind.AVERAGE, 2, 2), image))
        .containsExactly(5, 5);
    assertThat(forward(new Pooling(shape, Pooling.Kind.MAX, 2, 2), image)).containsExactly(9, 7);
    assertThat(forward(new Pooling(shape, Pooling.Kind.MAX, 2, 1), image))
        .containsExactly(9, 8, 7, 6, 9, 8, 7, 6);
  }

  @Test
  void firstMaximumInRowOrderGetsTheDerivative() {
    double[] image = {0, 3, 3, 3};
    Pooling op = new Pooling(new Shape(1, 2, 2), Pooling.Kind.MAX, 2, 2);
    double[] dx = new double[4];
    kernel(op).backward(Derivative.GRADIENT, image, new double[] {5}, dx);
    assertThat(dx).containsExactly(0, 5, 0, 0);
  }

  @Test
  void affineTakesEachOutputFromItsSource() {
    ChannelAffine op = new ChannelAffine(new Shape(2, 1, 2), List.of(1, 0, 1), 4);
    assertThat(forward(op, counting(4), 10, 100, 1000, 0.5f, 0, 0.25f))
        .containsExactly(30.5, 40.5, 100, 200, 3000.25, 4000.25);
  }

  @Test
  void denseMultipliesRowsOfWeights() {
    Dense op = new Dense(new Shape(1, 1, 3), 2);
    assertThat(forward(op, counting(3), 1, 10, 100, -1, 0, 1, 0.5f, 7)).containsExactly(321.5, 9);
  }

  @Test
  void distancesAreSquaredAndSummed() {
    Targets targets = new Targets(List.of(new float[] {1, 1}, new float[] {-1, 2}));
    assertThat(forward(new SquaredDistance(Shape.vector(2), targets), new double[] {3, 2}))
        .containsExactly(5, 16);
  }

  @Test
  void dropoutMasksInTrainingOnly() {
    Dropout op = new Dropout(Shape.vector(400), 0.25);
    double[] x = counting(400);
    double[] y = new double[400];
    Kernel kernel = kernel(op);
    kernel.beginTraining(3, 12);
    kernel.forward(x, y);
    float[] mask = new float[400];
    op.maskInto(Dropout.stream(1, "layer1"), 3, 12, mask, 0);
    for (int i = 0; i < 400; i++) {
      assertThat(y[i]).isEqualTo(mask[i] * x[i]);
    }
    assertThat(y).contains(0);
    kernel.beginEvaluation();
    kernel.forward(x, y);
    assertThat(y).containsExactly(x);
  }
}
