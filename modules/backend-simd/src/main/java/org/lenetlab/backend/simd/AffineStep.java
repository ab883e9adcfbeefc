package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.LOGICAL;

import java.util.Arrays;
import org.lenetlab.api.network.ChannelAffine;

/** A coefficient and a bias per channel. */
final class AffineStep implements Step {
  private final ChannelAffine op;
  private final Tensor input;
  private final Tensor output;
  private final ParameterVector.Place place;
  private final boolean trainsBefore;
  private final Squares squares;
  private final int lanes;

  /**
   * @param trainsBefore whether an earlier step has parameters, so that it wants derivatives
   */
  AffineStep(
      ChannelAffine op,
      Tensor input,
      Tensor output,
      ParameterVector.Place place,
      boolean trainsBefore,
      Arena scratch) {
    this.op = op;
    this.input = input;
    this.output = output;
    this.place = place;
    this.trainsBefore = trainsBefore;
    squares = new Squares(input.length(), scratch);
    lanes = scratch.reserve(LOGICAL);
  }

  private int source(int channel) {
    return op.sources().get(channel) * input.plane();
  }

  @Override
  public void forward(Block block) {
    float[] m = block.memory;
    int coefficients = block.weights() + place.weights();
    int biases = block.weights() + place.bias();
    for (int o = 0; o < op.sources().size(); o++) {
      int x = block.at(input.values()) + source(o);
      int y = block.at(output.values()) + o * output.plane();
      AffineKernel.forward(m, x, y, output.plane(), m[coefficients + o], m[biases + o]);
    }
  }

  @Override
  public void backward(Block block, Derivative derivative) {
    float[] m = block.memory;
    int x = squares.inputs(block, input.values(), derivative);
    int sums = block.at(lanes);
    for (int o = 0; o < op.sources().size(); o++) {
      int dy = block.at(output.derivatives()) + o * output.plane();
      LaneSumKernel.dot(m, dy, x + source(o), output.plane(), sums);
      m[block.sum(place.weights() + o)] += LaneSum.total(m, sums);
      LaneSumKernel.sum(m, dy, output.plane(), sums);
      m[block.sum(place.bias() + o)] += LaneSum.total(m, sums);
    }
    if (trainsBefore) {
      int dx = block.at(input.derivatives());
      Arrays.fill(m, dx, dx + input.length(), 0);
      int coefficients = block.weights(derivative) + place.weights();
      for (int o = 0; o < op.sources().size(); o++) {
        int dy = block.at(output.derivatives()) + o * output.plane();
        AffineKernel.add(m, dy, dx + source(o), output.plane(), m[coefficients + o]);
      }
    }
  }
}
