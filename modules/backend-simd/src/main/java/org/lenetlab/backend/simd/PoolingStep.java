package org.lenetlab.backend.simd;

import java.util.Arrays;
import org.lenetlab.api.network.Pooling;

/**
 * Pooling, together with the activation before it, if there is one. Both go through the input in
 * bands that the first-level cache holds: the rows of one window where windows do not overlap, else
 * a whole map.
 */
final class PoolingStep implements Step {
  private final Pooling op;
  private final InPlaceActivation activation;
  private final Tensor input;
  private final Tensor output;
  private final boolean trainsBefore;
  private final PoolingKernel kernel;
  private final int bandRows;

  /** Whether each input of a band is seen by one window. */
  private final boolean windowsCoverBands;

  private final int band;

  /**
   * @param activation of the input, which it replaces
   * @param trainsBefore whether an earlier step has parameters, so that it wants derivatives
   */
  PoolingStep(
      Pooling op,
      InPlaceActivation activation,
      Tensor input,
      Tensor output,
      boolean trainsBefore,
      Arena scratch) {
    this.op = op;
    this.activation = activation;
    this.input = input;
    this.output = output;
    this.trainsBefore = trainsBefore;
    kernel = PoolingKernel.of(op);
    bandRows = op.stride() >= op.window() ? 1 : output.shape().height();
    windowsCoverBands =
        op.stride() == op.window()
            && input.shape().height() == output.shape().height() * op.window()
            && input.shape().width() == output.shape().width() * op.window();
    int largest = input.shape().height() - (output.shape().height() / bandRows - 1) * op.stride();
    band = scratch.reserve(Math.max(largest, op.stride()) * input.row());
  }

  @Override
  public void forward(Block block) {
    for (int c = 0; c < input.shape().channels(); c++) {
      for (int row = 0; row < output.shape().height(); row += bandRows) {
        int x = block.at(input.values()) + c * input.plane() + firstInput(row);
        activation.forward(block.memory, x, inputLength(row));
        int y = block.at(output.values()) + c * output.plane() + row * output.row();
        for (int r = 0; r < bandRows; r++) {
          kernel.forward(block.memory, x + r * op.stride() * input.row(), y + r * output.row());
        }
      }
    }
  }

  @Override
  public void backward(Block block, Derivative derivative) {
    if (!trainsBefore) {
      return;
    }
    float[] m = block.memory;
    int dBand = block.at(band);
    for (int c = 0; c < input.shape().channels(); c++) {
      for (int row = 0; row < output.shape().height(); row += bandRows) {
        int place = c * input.plane() + firstInput(row);
        int x = block.at(input.values()) + place;
        int outputs = c * output.plane() + row * output.row();
        int y = block.at(output.values()) + outputs;
        int dy = block.at(output.derivatives()) + outputs;
        int length = inputLength(row);
        if (!windowsCoverBands) {
          Arrays.fill(m, dBand, dBand + length, 0);
        }
        for (int r = 0; r < bandRows; r++) {
          int down = r * op.stride() * input.row();
          int right = r * output.row();
          kernel.backward(m, x + down, y + right, dy + right, dBand + down, derivative);
        }
        int dx = block.at(input.derivatives()) + place;
        if (derivative == Derivative.CURVATURE) {
          // Its local derivative enters squared: once here, once below.
          activation.backward(m, x, dBand, dBand, length);
        }
        activation.backward(m, x, dBand, dx, length);
      }
    }
  }

  /** Where the first input row of the band with output row {@code row} begins in its map. */
  private int firstInput(int row) {
    return row * op.stride() * input.row();
  }

  /** Length of the band with output row {@code row}: up to the next one, or to the map's end. */
  private int inputLength(int row) {
    boolean last = row + bandRows == output.shape().height();
    int rows = last ? input.shape().height() - row * op.stride() : op.stride();
    return rows * input.row();
  }
}
