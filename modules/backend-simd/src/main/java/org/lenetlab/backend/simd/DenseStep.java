package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.BLOCK;
import static org.lenetlab.backend.simd.Lanes.LOGICAL;

import java.util.Arrays;
import org.lenetlab.api.network.Convolution;

/** A dense layer; also a convolution whose kernel covers its whole input, which is the same. */
final class DenseStep implements Step {
  private final Tensor input;
  private final Tensor output;
  private final int units;
  private final ParameterVector.Place place;
  private final boolean trainsBefore;
  private final Correlation forward;
  private final Product weightGradient;
  private final Product inputGradient;
  private final int transposed;
  private final Squares squares;

  /**
   * @param trainsBefore whether an earlier step has parameters, so that it wants derivatives
   */
  DenseStep(
      Tensor input,
      Tensor output,
      ParameterVector.Place place,
      boolean trainsBefore,
      Arena scratch) {
    this.input = input;
    this.output = output;
    this.place = place;
    this.trainsBefore = trainsBefore;
    int inputs = input.shape().size();
    int columns = place.columns();
    units = output.shape().size();
    forward = Correlations.dense(inputs, units, columns);
    weightGradient = new Product(inputs, columns, BLOCK, BLOCK, columns);
    inputGradient = new Product(inputs, BLOCK, units, columns, BLOCK);
    transposed = scratch.reserve(BLOCK * columns);
    squares = new Squares(input.length(), scratch);
  }

  /** Whether a convolution is a dense layer: its kernel covers its input. */
  static boolean canCompute(Convolution op) {
    return op.connections().isFull()
        && op.padding() == 0
        && op.output().plane() == 1
        && op.kernelArea() == op.input().plane();
  }

  @Override
  public void forward(Block block) {
    int weights = block.weights();
    forward.run(
        block.memory,
        block.at(input.values()),
        weights + place.bias(),
        weights + place.weights(),
        block.at(output.values()));
  }

  @Override
  public void backward(Block block, Derivative derivative) {
    float[] m = block.memory;
    int dy = block.at(output.derivatives());
    for (int o = 0; o < units; o++) {
      int row = dy + o * BLOCK;
      m[block.sum(place.bias() + o)] += LaneSum.total(m, row) + LaneSum.total(m, row + LOGICAL);
    }
    transpose(m, dy, block.at(transposed));
    int x = squares.inputs(block, input.values(), derivative);
    weightGradient.run(m, x, block.at(transposed), block.sum(place.weights()));
    if (trainsBefore) {
      int dx = block.at(input.derivatives());
      Arrays.fill(m, dx, dx + input.length(), 0);
      inputGradient.run(m, block.weights(derivative) + place.weights(), dy, dx);
    }
  }

  /** Brings [unit][image] to [image][unit]. */
  private void transpose(float[] m, int from, int to) {
    int columns = place.columns();
    for (int o = 0; o < units; o++) {
      for (int n = 0; n < BLOCK; n++) {
        m[to + n * columns + o] = m[from + o * BLOCK + n];
      }
    }
  }
}
