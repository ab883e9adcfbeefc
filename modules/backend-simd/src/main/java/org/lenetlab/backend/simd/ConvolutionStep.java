package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.BLOCK;
import static org.lenetlab.backend.simd.Lanes.LOGICAL;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Shape;

/** A convolution with any kernel, stride, padding and connection table. */
final class ConvolutionStep implements Step {
  private final Convolution op;
  private final Tensor input;
  private final Tensor output;
  private final ParameterVector.Place place;
  private final Shape padded;
  private final int paddedValues;
  private final @Nullable TiledConvolution tiled;

  /** The other way to compute outputs; none of these if they are computed in tiles. */
  private final List<Correlation> forward;

  private final WeightGradient weightGradient;
  private final @Nullable TiledWeightGradient tiledGradient;
  private final List<InputGradient> inputGradients;
  private final int lanes;
  private final Squares squares;

  /**
   * @param trainsBefore whether an earlier step has parameters, so that it wants derivatives
   * @param weights the area of the weights, for copies in another order
   */
  ConvolutionStep(
      Convolution op,
      Tensor input,
      Tensor output,
      ParameterVector.Place place,
      boolean trainsBefore,
      Arena weights,
      Arena scratch) {
    this.op = op;
    this.input = input;
    this.output = output;
    this.place = place;
    int border = 2 * op.padding();
    padded =
        new Shape(op.input().channels(), op.input().height() + border, op.input().width() + border);
    paddedValues = border == 0 ? input.values() : scratch.reserve(padded.size() * BLOCK);
    Geometry geometry = Geometry.of(op);
    tiled =
        TiledConvolution.suits(op)
            ? new TiledConvolution(op, padded, place, weights, scratch)
            : null;
    forward = tiled == null ? Correlations.forward(geometry, padded, place.columns()) : List.of();
    weightGradient =
        new WeightGradient(
            geometry,
            WeightGradient.pixels(geometry, padded),
            Strides.ofBlock(padded),
            output.plane(),
            place,
            scratch);
    tiledGradient =
        TiledWeightGradient.suits(op, trainsBefore)
            ? new TiledWeightGradient(op, padded, place, scratch)
            : null;
    inputGradients = trainsBefore ? InputGradient.of(geometry, place, weights) : List.of();
    lanes = scratch.reserve(LOGICAL);
    squares = new Squares(padded.size() * BLOCK, scratch);
  }

  @Override
  public void pack(float[] memory, int area, Derivative derivative) {
    for (int k = 0; k < inputGradients.size(); k++) {
      inputGradients.get(k).pack(memory, area);
    }
    if (tiled != null && derivative == Derivative.GRADIENT) {
      tiled.pack(memory, area);
    }
  }

  @Override
  public void forward(Block block) {
    if (op.padding() > 0) {
      copyInside(block);
    }
    int weights = block.weights();
    int x = block.at(paddedValues);
    int y = block.at(output.values());
    if (tiled != null) {
      tiled.run(block, x, y);
    }
    for (int k = 0; k < forward.size(); k++) {
      Correlation correlation = forward.get(k);
      correlation.run(block.memory, x, weights + place.bias(), weights + place.weights(), y);
    }
  }

  /** Copies the input into the middle of the padded input, whose border stays 0. */
  private void copyInside(Block block) {
    int row = input.row();
    int from = block.at(input.values());
    for (int c = 0; c < padded.channels(); c++) {
      for (int y = 0; y < op.input().height(); y++, from += row) {
        int line = c * padded.height() + y + op.padding();
        int to = block.at(paddedValues) + (line * padded.width() + op.padding()) * BLOCK;
        System.arraycopy(block.memory, from, block.memory, to, row);
      }
    }
  }

  @Override
  public void backward(Block block, Derivative derivative) {
    float[] m = block.memory;
    int dy = block.at(output.derivatives());
    if (tiledGradient != null && derivative == Derivative.GRADIENT) {
      tiledGradient.run(block, block.at(paddedValues), dy);
    } else {
      addBiasGradient(block);
      int x = squares.inputs(block, paddedValues, derivative);
      weightGradient.run(block, x, dy, block.sum(0));
    }
    int area = block.weights(derivative);
    for (int k = 0; k < inputGradients.size(); k++) {
      inputGradients.get(k).run(m, area, dy, block.at(input.derivatives()));
    }
  }

  /** Adds the derivatives with respect to the biases to the block's sums. */
  private void addBiasGradient(Block block) {
    float[] m = block.memory;
    int dy = block.at(output.derivatives());
    int sums = block.at(lanes);
    for (int o = 0; o < op.maps(); o++) {
      LaneSumKernel.sum(m, dy + o * output.plane(), output.plane(), sums);
      m[block.sum(place.bias() + o)] += LaneSum.total(m, sums);
    }
  }
}
