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
  private final DenseGradient weightGradient;
  private final Product inputGradient;
  private final Squares squares;

  /**
   * @param trainsBefore whether an earlier step has parameters, so that it wants derivatives
   * @param capacity for how many images it keeps what its gradient is made of
   * @param kept the part of the memory that outlasts the blocks
   */
  DenseStep(
      Tensor input,
      Tensor output,
      ParameterVector.Place place,
      boolean trainsBefore,
      Arena scratch,
      int capacity,
      Arena kept) {
    this.input = input;
    this.output = output;
    this.place = place;
    this.trainsBefore = trainsBefore;
    int inputs = input.shape().size();
    units = output.shape().size();
    forward = Correlations.dense(inputs, units, place.columns());
    weightGradient = new DenseGradient(inputs, units, place, capacity, kept);
    inputGradient = new Product(place.columns(), BLOCK);
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
    weightGradient.keep(block, squares.inputs(block, input.values(), derivative), dy);
    if (trainsBefore) {
      int weights = block.weights(derivative) + place.weights();
      int dx = block.at(input.derivatives());
      Arrays.fill(m, dx, dx + input.length(), 0);
      inputGradient.add(m, weights, input.shape().size(), dy, units, m, dx);
    }
  }

  @Override
  public BatchGradient batchGradient() {
    return weightGradient;
  }
}
