package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.LOGICAL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lenetlab.api.network.Convolution;

/**
 * The derivatives with respect to the input of a convolution with stride 1, for one image with
 * pixels in the lanes: each row of the output's derivatives contributes to as many rows of the
 * input as the kernel has. Weights are read in the order that the forward pass uses, and only those
 * of existing links.
 *
 * <p>Rows are read and written in pieces of 16 pixels. A tap reaches up to {@code kernel − 1}
 * pixels before the derivatives' row, where it finds 0, as behind the row.
 */
final class RowGradient {
  /** Kernel rows that the kernel sums up together. */
  private static final int ROWS = 5;

  /**
   * What one input map is linked to: for each linked output map and kernel column, how far the
   * derivative lies from the pixel, and where its weight for the first kernel row lies.
   */
  private record Channel(int[] taps, int[] weights) {}

  private final List<Channel> channels = new ArrayList<>();
  private final int kernel;
  private final int weightStep;
  private final int rowPairs;
  private final PixelTensor input;
  private final int sums;

  /**
   * @param input a tensor whose rows are multiples of 16 and followed by room for one row more
   * @param outputPlane how far the derivatives of neighbouring output maps are apart; their rows
   *     are as long as the input's
   */
  RowGradient(
      Convolution op,
      PixelTensor input,
      int outputPlane,
      ParameterVector.Place place,
      Arena scratch) {
    this.input = input;
    kernel = op.kernel();
    weightStep = kernel * place.columns();
    rowPairs = Math.ceilDiv(op.output().height(), 2);
    for (int c = 0; c < op.input().channels(); c++) {
      channels.add(channel(op, c, outputPlane, place));
    }
    sums = scratch.reserve(2 * ROWS * LOGICAL);
  }

  private static Channel channel(
      Convolution op, int c, int outputPlane, ParameterVector.Place place) {
    int[] taps = new int[op.maps() * op.kernel()];
    int[] weights = new int[taps.length];
    int count = 0;
    for (int v = 0; v < op.kernel(); v++) {
      for (int o = 0; o < op.maps(); o++) {
        if (op.connections().connects(c, o)) {
          taps[count] = o * outputPlane - v;
          weights[count++] = place.weights() + (c * op.kernelArea() + v) * place.columns() + o;
        }
      }
    }
    return new Channel(Arrays.copyOf(taps, count), Arrays.copyOf(weights, count));
  }

  /** The number of floats of one output map's derivatives, given the length of a row. */
  static int plane(Convolution op, int row) {
    return Math.ceilDiv(op.output().height(), 2) * 2 * row;
  }

  /**
   * Writes the derivatives with respect to the input.
   *
   * @param weights the area of the weights
   * @param dy where the derivatives with respect to the output lie
   */
  void run(Block block, int weights, int dy, int dx) {
    float[] m = block.memory;
    Arrays.fill(m, dx, dx + input.length(), 0);
    for (int c = 0; c < channels.size(); c++) {
      Channel channel = channels.get(c);
      for (int u = 0; u < kernel; u += ROWS) {
        int kernelRows = Math.min(ROWS, kernel - u);
        int to = dx + c * input.plane() + u * input.row();
        addKernelRows(m, channel, weights + u * weightStep, kernelRows, dy, to, block.at(sums));
      }
    }
  }

  private void addKernelRows(
      float[] m, Channel channel, int weights, int kernelRows, int dy, int dx, int place) {
    int row = input.row();
    for (int pair = 0; pair < rowPairs; pair++) {
      for (int first = 2 * pair * row; first < (2 * pair + 1) * row; first += LOGICAL) {
        RowGradientKernel.five(
            m,
            dy + first,
            row,
            channel.taps,
            weights,
            channel.weights,
            weightStep,
            kernelRows,
            place);
        RowGradientKernel.addRows(m, place, kernelRows, dx + first, row);
      }
    }
  }
}
