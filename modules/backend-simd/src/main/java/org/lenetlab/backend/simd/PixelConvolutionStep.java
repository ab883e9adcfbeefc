package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.LOGICAL;

import java.util.Arrays;
import java.util.List;
import org.lenetlab.api.network.ConnectionTable;
import org.lenetlab.api.network.Convolution;

/**
 * A convolution with stride 1 over one image, by the kernels of {@link ConvolutionStep}. Rows of
 * the output are as long as those of the input, so that one tap lies equally far from all pixels of
 * a map, and 32 neighbours are computed together across the ends of rows.
 */
final class PixelConvolutionStep implements Step {
  private final PixelTensor input;
  private final PixelTensor output;
  private final ParameterVector.Place place;
  private final List<Correlation> forward;
  private final WeightSums weightSums;
  private final List<InputGradient> inputGradients;
  private final int lanes;

  /**
   * @param op without padding, which {@code input} has already
   * @param trainsBefore whether an earlier step has parameters, so that it wants derivatives
   * @param weights the area of the weights, for copies in another order
   */
  PixelConvolutionStep(
      Convolution op,
      PixelTensor input,
      PixelTensor output,
      ParameterVector.Place place,
      boolean trainsBefore,
      Arena weights,
      Arena scratch) {
    this.input = input;
    this.output = output;
    this.place = place;
    // Weights of links that do not exist are 0. All maps together are faster than groups of them.
    Convolution full =
        new Convolution(
            op.input(), op.kernel(), 1, 0, ConnectionTable.full(op.input().channels(), op.maps()));
    forward = Correlations.forward(full, input, output, place.columns());
    boolean fewMaps = 2 * op.maps() <= LOGICAL;
    weightSums =
        fewMaps
            ? new WeightGradient(
                op, groups(output), input.strides(), output.plane(), place, scratch)
            : new MapWeightGradient(op, input, output, place, scratch);
    inputGradients =
        trainsBefore ? InputGradient.of(full, input, output, place, weights) : List.of();
    lanes = scratch.reserve(LOGICAL);
  }

  private static int[] groups(PixelTensor output) {
    int[] groups = new int[output.groups()];
    Arrays.setAll(groups, g -> g * PixelTensor.GROUP);
    return groups;
  }

  @Override
  public void pack(float[] memory, int area) {
    for (int k = 0; k < inputGradients.size(); k++) {
      inputGradients.get(k).pack(memory, area);
    }
  }

  @Override
  public void forward(Block block) {
    int weights = block.weights();
    int x = block.at(input.values());
    int y = block.at(output.values());
    for (int k = 0; k < forward.size(); k++) {
      Correlation correlation = forward.get(k);
      correlation.run(block.memory, x, weights + place.bias(), weights + place.weights(), y);
    }
  }

  @Override
  public void backward(Block block, Derivative derivative) {
    float[] m = block.memory;
    int dy = block.at(output.derivatives());
    int sums = block.at(lanes);
    for (int o = 0; o < output.shape().channels(); o++) {
      LaneSumKernel.sum(m, dy + o * output.plane(), output.plane(), sums);
      m[block.sum(place.bias() + o)] += LaneSum.total(m, sums);
    }
    weightSums.run(block, block.at(input.values()), dy);
    int dx = block.at(input.derivatives());
    for (int k = 0; k < inputGradients.size(); k++) {
      inputGradients.get(k).run(m, block.weights(derivative), dy, dx);
    }
    if (!inputGradients.isEmpty()) {
      clearBehindRows(m, dx);
    }
  }

  /** The last group of each channel also wrote where no pixel is. */
  private void clearBehindRows(float[] m, int dx) {
    int rows = input.shape().height() * input.row();
    for (int c = 0; c < input.shape().channels(); c++) {
      Arrays.fill(m, dx + c * input.plane() + rows, dx + (c + 1) * input.plane(), 0);
    }
  }
}
