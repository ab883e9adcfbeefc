package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.BLOCK;
import static org.lenetlab.backend.simd.TiledTensor.POINTS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Shape;

/**
 * A convolution with five kernel columns and stride 1, by Winograd's minimal filtering F(4, 5)
 * along the rows: 4 neighbouring outputs take 8 multiplications instead of 20.
 *
 * <p>A row of weights w, and the 4 outputs y that see 8 inputs x through it, are taken for
 * polynomials, and multiplied by multiplying their values at the points 0, ±1, ±2, ±1/2 and ∞ (the
 * highest coefficient): y = Aᵀ[(G·w) ⊙ (Bᵀ·x)], after A. Lavin and S. Gray, "Fast algorithms for
 * convolutional neural networks", 2015. Kernel rows and input maps are summed up between the
 * transforms; so that, at each point, is an ordinary convolution whose kernel is one column wide,
 * over an input that has a column per tile. Gradients go back the same way, through the transposed
 * transforms.
 *
 * <p>The squares in second derivatives are no such products: these take the direct way.
 */
final class WinogradStep implements Step {
  private final Convolution op;
  private final Tensor input;
  private final Tensor output;
  private final ParameterVector.Place place;
  private final boolean trainsBefore;
  private final ConvolutionStep direct;

  private final RowTiles tiles;

  /** The transformed input; its derivatives replace it. */
  private final TiledTensor tiledInput;

  /** What is to be transformed to the output, or its derivatives. */
  private final TiledTensor tiledOutput;

  private final ParameterVector.Place[] pointPlaces = new ParameterVector.Place[POINTS];
  private final List<Correlation> forward;
  private final WeightGradient weightGradient;
  private final List<List<InputGradient>> inputGradients = new ArrayList<>();

  /** The derivatives with respect to the transformed weights. */
  private final int pointSums;

  /**
   * @param trainsBefore whether an earlier step has parameters, so that it wants derivatives
   * @param weights the area of the weights, for the transformed ones
   */
  WinogradStep(
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
    this.trainsBefore = trainsBefore;
    direct = new ConvolutionStep(op, input, output, place, trainsBefore, weights, scratch);
    tiles = new RowTiles(op.output().width(), scratch);
    Shape tiled = new Shape(op.input().channels(), op.input().height(), tiles.count());
    Geometry geometry = new Geometry(tiled, RowTiles.KERNEL, 1, 1, 0, op.connections());
    tiledInput = TiledTensor.reserve(tiled, scratch);
    tiledOutput = TiledTensor.reserve(geometry.output(), scratch);
    int columns = place.columns();
    int plane = kernelRows() * columns;
    int transformed = weights.reserve(POINTS * plane);
    for (int p = 0; p < POINTS; p++) {
      int first = transformed + p * plane;
      pointPlaces[p] = new ParameterVector.Place(first, columns, 0, first + plane);
      inputGradients.add(
          trainsBefore ? InputGradient.of(geometry, pointPlaces[p], weights) : List.of());
    }
    forward = Correlations.forward(geometry, tiled, columns);
    weightGradient =
        new WeightGradient(
            geometry,
            WeightGradient.pixels(geometry, tiled),
            Strides.ofBlock(tiled),
            geometry.output().plane() * BLOCK,
            new ParameterVector.Place(0, columns, 0, plane),
            scratch);
    pointSums = scratch.reserve(POINTS * plane);
  }

  /**
   * Whether it is faster than the direct way: with few maps, transforms cost more than they save,
   * and so does a short row, of which the last tile computes much twice.
   */
  static boolean suits(Convolution op) {
    return RowTiles.suit(op) && op.padding() == 0 && op.input().channels() >= 3 && op.maps() >= 8;
  }

  /** Rows of kernels, of all input maps. */
  private int kernelRows() {
    return op.input().channels() * RowTiles.KERNEL;
  }

  @Override
  public void pack(float[] memory, int area, Derivative derivative) {
    switch (derivative) {
      case GRADIENT -> transformWeights(memory, area);
      case CURVATURE -> direct.pack(memory, area, derivative);
    }
  }

  private void transformWeights(float[] m, int area) {
    int from = area + place.weights();
    int to = area + pointPlaces[0].weights();
    RowTiles.weights(m, from, kernelRows(), place.columns(), to);
    for (int p = 0; p < POINTS; p++) {
      List<InputGradient> gradients = inputGradients.get(p);
      for (int k = 0; k < gradients.size(); k++) {
        gradients.get(k).pack(m, area);
      }
    }
  }

  @Override
  public void forward(Block block) {
    float[] m = block.memory;
    int tile = block.at(tiledInput.place());
    tiles.inputs(
        m, block.at(input.values()), input.row(), tiledInput.rows(), tile, tiledInput.plane());
    for (int p = 0; p < POINTS; p++) {
      int weights = block.weights() + pointPlaces[p].weights();
      int x = block.at(tiledInput.at(p));
      int y = block.at(tiledOutput.at(p));
      for (int k = 0; k < forward.size(); k++) {
        forward.get(k).run(m, x, 0, weights, y);
      }
    }
    transformOutputs(m, block.at(tiledOutput.place()), block);
  }

  private void transformOutputs(float[] m, int tile, Block block) {
    int y = block.at(output.values());
    int bias = block.weights() + place.bias();
    int height = output.shape().height();
    for (int row = 0; row < tiledOutput.rows(); row++) {
      int from = tile + row * tiles.count() * BLOCK;
      tiles.outputs(m, from, tiledOutput.plane(), m[bias + row / height], y + row * output.row());
    }
  }

  @Override
  public void backward(Block block, Derivative derivative) {
    switch (derivative) {
      case GRADIENT -> gradient(block);
      case CURVATURE -> direct.backward(block, derivative);
    }
  }

  private void gradient(Block block) {
    float[] m = block.memory;
    int tile = block.at(tiledOutput.place());
    int derivatives = block.at(output.derivatives());
    tiles.outputGradients(block, derivatives, tiledOutput.rows(), tile, tiledOutput.plane());
    addBiasGradients(block, tile);
    int plane = kernelRows() * place.columns();
    int sums = block.at(pointSums);
    Arrays.fill(m, sums, sums + POINTS * plane, 0);
    for (int p = 0; p < POINTS; p++) {
      int x = block.at(tiledInput.at(p));
      int dy = block.at(tiledOutput.at(p));
      weightGradient.run(block, x, dy, sums + p * plane);
      List<InputGradient> gradients = inputGradients.get(p);
      for (int k = 0; k < gradients.size(); k++) {
        gradients.get(k).run(m, block.weights(), dy, x);
      }
    }
    RowTiles.addWeightGradients(m, sums, kernelRows(), place.columns(), block.sum(place.weights()));
    if (trainsBefore) {
      transformInputGradients(block);
    }
  }

  private void addBiasGradients(Block block, int tile) {
    int rows = output.shape().height();
    for (int map = 0; map < op.maps(); map++) {
      int from = tile + map * rows * tiles.count() * BLOCK;
      int bias = block.sum(place.bias() + map);
      tiles.addBiasGradient(block, from, tiledOutput.plane(), rows, bias);
    }
  }

  private void transformInputGradients(Block block) {
    float[] m = block.memory;
    int dx = block.at(input.derivatives());
    Arrays.fill(m, dx, dx + input.length(), 0);
    int tile = block.at(tiledInput.place());
    for (int row = 0; row < tiledInput.rows(); row++, dx += input.row()) {
      tiles.addInputGradients(m, tile + row * tiles.count() * BLOCK, tiledInput.plane(), dx);
    }
  }
}
