package org.lenetlab.backend.simd;

import org.lenetlab.api.network.Convolution;

/**
 * The derivatives with respect to the input of a convolution with stride 1, for one image, from
 * those with respect to outputs with maps in the lanes.
 */
interface MapInputGradient {

  /**
   * Writes the derivatives with respect to the input.
   *
   * @param weights the area of the weights
   * @param dy where the derivatives with respect to the output lie
   */
  void run(Block block, int weights, int dy, int dx);

  /**
   * The fastest way for {@code op}.
   *
   * @param op without padding, which {@code input} has already
   * @param input has pixels in the lanes and rows of whole vectors
   * @param output has maps in the lanes
   */
  static MapInputGradient of(
      Convolution op,
      PixelTensor input,
      PixelTensor output,
      ParameterVector.Place place,
      Arena scratch) {
    return FiveColumnsInputGradient.suits(op)
        ? new FiveColumnsInputGradient(op, input, output, place, scratch)
        : new ByRows(op, input, output, place, scratch);
  }

  /** By {@link RowGradient}, which wants the pixels in the lanes. */
  final class ByRows implements MapInputGradient {
    private final RowGradient gradient;
    private final ImageCopy toRows;
    private final int rows;

    private ByRows(
        Convolution op,
        PixelTensor input,
        PixelTensor output,
        ParameterVector.Place place,
        Arena scratch) {
      int plane = RowGradient.plane(op, input.row());
      gradient = new RowGradient(op, input, plane, place, scratch);
      Strides strides = PixelTensor.pixelsInLanes(input.row(), plane);
      toRows = new ImageCopy(output.shape(), output.strides(), strides);
      scratch.reserve(op.kernel());
      rows = scratch.reserve(op.maps() * plane);
    }

    @Override
    public void run(Block block, int weights, int dy, int dx) {
      int d = block.at(rows);
      toRows.run(block.memory, dy, d);
      gradient.run(block, weights, d, dx);
    }
  }
}
