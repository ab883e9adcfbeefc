package org.lenetlab.backend.simd;

import org.lenetlab.api.network.Pooling;

/** Pools one row of an image. */
abstract sealed class PixelPoolingKernel {
  /** For each value of a window, how far it lies from the first. */
  final int[] taps;

  /** Number of output pixels of a row. */
  final int pixels;

  /** How far the windows of neighbouring pixels are apart. */
  final int step;

  private PixelPoolingKernel(Pooling op, int row) {
    int window = op.window();
    taps = new int[window * window];
    for (int i = 0; i < taps.length; i++) {
      taps[i] = i / window * row + i % window;
    }
    pixels = op.output().width();
    step = op.stride();
  }

  /**
   * @param row how far neighbouring rows of the input are apart
   */
  static PixelPoolingKernel of(Pooling op, int row) {
    return switch (op.kind()) {
      case AVERAGE -> new Sum(op, row, 1f / (op.window() * op.window()));
      case SUM -> new Sum(op, row, 1);
      case MAX -> new Maximum(op, row);
    };
  }

  /** Computes the row at {@code y} from the windows that begin at {@code x}. */
  abstract void forward(float[] m, int x, int y);

  /**
   * Adds to the derivatives with respect to the inputs, at {@code dx}, those with respect to the
   * row, at {@code dy}.
   */
  abstract void backward(float[] m, int x, int dy, int dx);

  /** The sum of a window times a factor. */
  static final class Sum extends PixelPoolingKernel {
    private final float factor;

    Sum(Pooling op, int row, float factor) {
      super(op, row);
      this.factor = factor;
    }

    @Override
    void forward(float[] m, int x, int y) {
      for (int p = 0; p < pixels; p++) {
        float sum = 0;
        for (int tap : taps) {
          sum += m[x + p * step + tap];
        }
        m[y + p] = sum * factor;
      }
    }

    @Override
    void backward(float[] m, int x, int dy, int dx) {
      for (int p = 0; p < pixels; p++) {
        float d = m[dy + p] * factor;
        for (int tap : taps) {
          m[dx + p * step + tap] += d;
        }
      }
    }
  }

  /** The largest of a window, the first of equals. */
  static final class Maximum extends PixelPoolingKernel {

    Maximum(Pooling op, int row) {
      super(op, row);
    }

    @Override
    void forward(float[] m, int x, int y) {
      for (int p = 0; p < pixels; p++) {
        m[y + p] = m[largest(m, x + p * step)];
      }
    }

    @Override
    void backward(float[] m, int x, int dy, int dx) {
      for (int p = 0; p < pixels; p++) {
        int window = x + p * step;
        m[dx + largest(m, window) - x] += m[dy + p];
      }
    }

    private int largest(float[] m, int window) {
      int best = window;
      for (int tap : taps) {
        best = m[window + tap] > m[best] ? window + tap : best;
      }
      return best;
    }
  }
}
