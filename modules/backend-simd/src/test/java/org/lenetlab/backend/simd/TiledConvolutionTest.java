package org.lenetlab.backend.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lenetlab.backend.simd.Lanes.BLOCK;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenetlab.api.network.ConnectionTable;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.random.RandomStream;

final class TiledConvolutionTest {

  /** Maps that are left over, and rows whose last tile overlaps the one before. */
  @ParameterizedTest
  @CsvSource({"5, 10, 3", "12, 12, 4", "9, 13, 5", "7, 14, 6", "6, 11, 16"})
  void givesTheSumsOfTheDefinition(int height, int width, int maps) {
    Convolution op =
        new Convolution(new Shape(1, height, width), 5, 1, 0, ConnectionTable.full(1, maps));
    assertThat(TiledConvolution.suits(op)).isTrue();
    Arena weights = new Arena();
    Arena scratch = new Arena();
    int columns = Lanes.padded(maps);
    int matrix = weights.reserve(op.kernelArea() * columns);
    var place = new ParameterVector.Place(matrix, columns, weights.reserve(maps), weights.size());
    int x = scratch.reserve(op.input().size() * BLOCK);
    int y = scratch.reserve(op.output().size() * BLOCK);
    TiledConvolution tiled = new TiledConvolution(op, op.input(), place, weights, scratch);
    int extent = weights.extent();
    float[] m = new float[extent + scratch.extent()];
    RandomStream random = new RandomStream(1, "numbers");
    for (int i = 0; i < place.end(); i++) {
      m[i] = random.nextFloat() - 0.5f;
    }
    Block block = new Block(m, 0, extent, 0, new WeightAreas(0, 0));
    for (int i = 0; i < op.input().size() * BLOCK; i++) {
      m[block.at(x) + i] = random.nextFloat();
    }

    tiled.pack(m, 0);
    tiled.run(block, block.at(x), block.at(y));

    for (int i = 0; i < op.output().size() * BLOCK; i++) {
      double expected = output(op, m, place, block.at(x), i);
      assertThat((double) m[block.at(y) + i]).as("output %d", i).isCloseTo(expected, within(5e-6));
    }
  }

  private static double output(
      Convolution op, float[] m, ParameterVector.Place place, int x, int index) {
    int image = index % BLOCK;
    int pixel = index / BLOCK;
    int map = pixel / op.output().plane();
    int row = pixel % op.output().plane() / op.output().width();
    int column = pixel % op.output().width();
    double sum = m[place.bias() + map];
    for (int u = 0; u < 5; u++) {
      for (int v = 0; v < 5; v++) {
        int input = (row + u) * op.input().width() + column + v;
        float weight = m[place.weights() + (u * 5 + v) * place.columns() + map];
        sum += (double) weight * m[x + input * BLOCK + image];
      }
    }
    return sum;
  }

  @Test
  void otherConvolutionsTakeTheDirectWay() {
    Shape grey = new Shape(1, 14, 14);
    ConnectionTable six = ConnectionTable.full(1, 6);
    assertThat(TiledConvolution.suits(new Convolution(grey, 3, 1, 0, six))).isFalse();
    assertThat(TiledConvolution.suits(new Convolution(grey, 5, 2, 0, six))).isFalse();
    assertThat(TiledConvolution.suits(new Convolution(grey, 5, 1, 0, ConnectionTable.full(1, 1))))
        .isFalse();
    assertThat(TiledConvolution.suits(new Convolution(new Shape(1, 14, 9), 5, 1, 0, six)))
        .isFalse();
    assertThat(
            TiledConvolution.suits(
                new Convolution(new Shape(2, 14, 14), 5, 1, 0, ConnectionTable.full(2, 6))))
        .isFalse();
  }
}
