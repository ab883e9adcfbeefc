package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.LOGICAL;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.network.ConnectionTable;
import org.lenetlab.api.network.Convolution;

/**
 * A convolution of few maps with stride 1 over one image, with the pixels in the lanes, by the
 * kernels of {@link ConvolutionStep}. Rows of the output are as long as those of the input, so that
 * one tap lies equally far from all pixels of a map, and 32 neighbours are computed together across
 * the ends of rows.
 */
final class PixelConvolutionStep implements Step {
  private final PixelTensor input;
  private final PixelTensor output;
  private final ParameterVector.Place place;
  private final List<Correlation> forward;
  private final WeightGradient weightGradient;
  private final @Nullable RowGradient inputGradient;
  private final int lanes;

  /**
   * @param op without padding, which {@code input} has already
   * @param trainsBefore whether an earlier step has parameters, so that it wants derivatives
   */
  PixelConvolutionStep(
      Convolution op,
      PixelTensor input,
      PixelTensor output,
      ParameterVector.Place place,
      boolean trainsBefore,
      Arena scratch) {
    this.input = input;
    this.output = output;
    this.place = place;
    // Weights of links that do not exist are 0. All maps together are faster than groups of them.
    Convolution full =
        new Convolution(
            op.input(), op.kernel(), 1, 0, ConnectionTable.full(op.input().channels(), op.maps()));
    forward = Correlations.forward(full, input, output, place.columns());
    weightGradient =
        new WeightGradient(
            Geometry.of(op), groups(output), input.strides(), output.plane(), place, scratch);
    inputGradient =
        trainsBefore ? new RowGradient(op, input, output.plane(), place, scratch) : null;
    lanes = scratch.reserve(LOGICAL);
  }

  private static int[] groups(PixelTensor output) {
    int[] groups = new int[output.groups()];
    Arrays.setAll(groups, g -> g * PixelTensor.GROUP);
    return groups;
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
    weightGradient.run(block, block.at(input.values()), dy, block.sum(0));
    if (inputGradient != null) {
      inputGradient.run(block, block.weights(derivative), dy, block.at(input.derivatives()));
    }
  }
}
