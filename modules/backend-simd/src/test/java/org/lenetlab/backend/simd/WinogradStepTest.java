package org.lenetlab.backend.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lenetlab.backend.simd.Lanes.BLOCK;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lenetlab.api.network.ConnectionTable;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.random.RandomStream;

final class WinogradStepTest {
  private static final String TABLE =
      """
      XX.X.XXX.
      .XXX.X.X.
      X.X.XXX.X
      """;

  static List<Convolution> convolutions() {
    return List.of(
        convolution(6, 14, 14, ConnectionTable.full(6, 16)),
        convolution(3, 6, 13, ConnectionTable.full(3, 8)),
        convolution(4, 8, 11, ConnectionTable.full(4, 9)),
        convolution(3, 7, 10, ConnectionTable.parse(TABLE, 3, 9)));
  }

  private static Convolution convolution(
      int channels, int height, int width, ConnectionTable table) {
    return new Convolution(new Shape(channels, height, width), 5, 1, 0, table);
  }

  /** The same memory for both ways, with places of their own for what they write. */
  private static final class Bench {
    final Arena weights = new Arena();
    final Arena scratch = new Arena();
    final Convolution op;
    final ParameterVector.Place place;
    final int inputs;
    final int derivatives;

    Bench(Convolution op) {
      this.op = op;
      int columns = Lanes.padded(op.maps());
      int matrix = weights.reserve(op.input().channels() * op.kernelArea() * columns);
      place =
          new ParameterVector.Place(matrix, columns, weights.reserve(op.maps()), weights.size());
      inputs = scratch.reserve(op.input().size() * BLOCK);
      derivatives = scratch.reserve(op.output().size() * BLOCK);
    }

    Tensor input() {
      return new Tensor(op.input(), inputs, scratch.reserve(op.input().size() * BLOCK));
    }

    Tensor output() {
      return new Tensor(op.output(), scratch.reserve(op.output().size() * BLOCK), derivatives);
    }

    Block block() {
      int extent = weights.extent();
      float[] m = new float[2 * extent + scratch.extent()];
      RandomStream random = new RandomStream(1, "numbers");
      for (int o = 0; o < op.maps(); o++) {
        m[place.bias() + o] = random.nextFloat();
        for (int source : op.connections().sources(o)) {
          for (int k = 0; k < op.kernelArea(); k++) {
            int row = source * op.kernelArea() + k;
            m[place.weights() + row * place.columns() + o] = random.nextFloat() - 0.5f;
          }
        }
      }
      Block block = new Block(m, 0, 2 * extent, 0, new WeightAreas(0, extent));
      block.sumInto(extent);
      for (int i = 0; i < op.input().size() * BLOCK; i++) {
        m[block.at(inputs) + i] = random.nextFloat();
      }
      for (int i = 0; i < op.output().size() * BLOCK; i++) {
        m[block.at(derivatives) + i] = random.nextFloat() - 0.5f;
      }
      return block;
    }
  }

  @ParameterizedTest
  @MethodSource("convolutions")
  void givesWhatTheDirectWayGives(Convolution op) {
    assertThat(WinogradStep.suits(op)).isTrue();
    Bench bench = new Bench(op);
    Tensor input = bench.input();
    Tensor output = bench.output();
    Step direct =
        new ConvolutionStep(op, input, output, bench.place, true, bench.weights, bench.scratch);
    Tensor sameInput = bench.input();
    Tensor sameOutput = bench.output();
    Step winograd =
        new WinogradStep(
            op, sameInput, sameOutput, bench.place, true, bench.weights, bench.scratch);
    Block block = bench.block();
    float[] sums = sumsOf(direct, block, bench);
    float[] sameSums = sumsOf(winograd, block, bench);
    assertThat(sameSums).isNotEqualTo(sums);
    assertClose(sameSums, sums);
    float[] m = block.memory;
    assertClose(
        range(m, block.at(sameOutput.values()), output.length()),
        range(m, block.at(output.values()), output.length()));
    assertClose(
        range(m, block.at(sameInput.derivatives()), input.length()),
        range(m, block.at(input.derivatives()), input.length()));
  }

  private static float[] sumsOf(Step step, Block block, Bench bench) {
    Arrays.fill(block.memory, block.sum(0), block.sum(bench.place.end()), 0);
    step.pack(block.memory, 0, Derivative.GRADIENT);
    step.forward(block);
    step.backward(block, Derivative.GRADIENT);
    return range(block.memory, block.sum(0), bench.place.end());
  }

  private static float[] range(float[] m, int from, int length) {
    return Arrays.copyOfRange(m, from, from + length);
  }

  /** Within rounding, relative to the largest. */
  private static void assertClose(float[] actual, float[] expected) {
    double largest = 0;
    double error = 0;
    for (int i = 0; i < expected.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i]));
      error = Math.max(error, Math.abs(actual[i] - expected[i]));
    }
    assertThat(largest).isPositive();
    assertThat(error / largest).isLessThan(5e-6);
  }

  @Test
  void otherConvolutionsTakeTheDirectWay() {
    ConnectionTable full = ConnectionTable.full(6, 16);
    Shape shape = new Shape(6, 14, 14);
    assertThat(WinogradStep.suits(new Convolution(shape, 3, 1, 0, full))).isFalse();
    assertThat(WinogradStep.suits(new Convolution(shape, 5, 2, 0, full))).isFalse();
    assertThat(WinogradStep.suits(new Convolution(shape, 5, 1, 2, full))).isFalse();
    assertThat(WinogradStep.suits(convolution(6, 14, 9, full))).isFalse();
    assertThat(WinogradStep.suits(convolution(1, 14, 14, ConnectionTable.full(1, 16)))).isFalse();
    assertThat(WinogradStep.suits(convolution(6, 14, 14, ConnectionTable.full(6, 6)))).isFalse();
  }
}
