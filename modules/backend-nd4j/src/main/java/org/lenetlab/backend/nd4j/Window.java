package org.lenetlab.backend.nd4j;

/** How a square window moves over a map. */
record Window(int size, int stride, int padding) {
  /** Explicit padding, as opposed to TensorFlow's "same". */
  private static final int EXPLICIT = 0;

  private static final int UNDILATED = 1;
  private static final int CHANNELS_FIRST = 0;
  private static final int OUTPUTS_INPUTS_ROWS_COLUMNS = 1;

  /** The integer arguments of libnd4j's conv2d and conv2d_bp. */
  long[] forConvolution() {
    return convolution(size, size);
  }

  /**
   * Those of the convolution of the inputs with gradients of {@code rows} × {@code columns} in the
   * place of weights, which gives the weights' gradient.
   */
  long[] forWeightGradient(long rows, long columns) {
    return convolution(rows, columns);
  }

  private long[] convolution(long rows, long columns) {
    return new long[] {
      rows,
      columns,
      stride,
      stride,
      padding,
      padding,
      UNDILATED,
      UNDILATED,
      EXPLICIT,
      CHANNELS_FIRST,
      OUTPUTS_INPUTS_ROWS_COLUMNS
    };
  }

  /** The integer arguments of libnd4j's pooling operations; averages divide by the whole window. */
  long[] forPooling() {
    int wholeWindow = 0;
    return new long[] {
      size,
      size,
      stride,
      stride,
      padding,
      padding,
      UNDILATED,
      UNDILATED,
      EXPLICIT,
      wholeWindow,
      CHANNELS_FIRST
    };
  }
}
