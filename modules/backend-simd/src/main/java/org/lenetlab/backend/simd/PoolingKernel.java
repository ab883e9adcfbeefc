package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.BLOCK;

import org.lenetlab.api.network.Pooling;

/** Pools one row of output pixels. */
abstract class PoolingKernel {
  /** For each value of a window, how far it lies from the first. */
  final int[] taps;

  /** Number of output pixels of a row. */
  final int pixels;

  /** How far the windows of neighbouring pixels are apart. */
  final int step;

  /** Whether no input is seen by two windows. */
  final boolean apart;

  PoolingKernel(Pooling op) {
    apart = op.stride() >= op.window();
    int window = op.window();
    taps = new int[window * window];
    for (int i = 0; i < taps.length; i++) {
      taps[i] = (i / window * op.input().width() + i % window) * BLOCK;
    }
    pixels = op.output().width();
    step = op.stride() * BLOCK;
  }

  static PoolingKernel of(Pooling op) {
    return switch (op.kind()) {
      case AVERAGE -> new SumPoolingKernel(op, 1f / (op.window() * op.window()));
      case SUM -> new SumPoolingKernel(op, 1);
      case MAX -> new MaxPoolingKernel(op);
    };
  }

  /**
   * Computes a row.
   *
   * @param x where its first window lies
   * @param y where the row goes
   */
  abstract void forward(float[] m, int x, int y);

  /**
   * Computes the derivatives with respect to the inputs: adds them where windows overlap, else
   * writes them.
   *
   * @param x where the row's first window lies
   * @param y where the row lies
   * @param dy where the derivatives with respect to the row lie
   * @param dx where the derivatives with respect to the first window lie
   */
  abstract void backward(float[] m, int x, int y, int dy, int dx, Derivative derivative);
}
