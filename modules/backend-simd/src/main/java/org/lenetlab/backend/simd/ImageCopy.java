package org.lenetlab.backend.simd;

import org.lenetlab.api.network.Shape;

/** Copies an image between layouts. */
final class ImageCopy {
  private ImageCopy() {}

  static void copy(float[] m, int from, Strides source, int to, Strides target, Shape shape) {
    for (int c = 0; c < shape.channels(); c++) {
      int x = from + c * source.channel();
      int y = to + c * target.channel();
      for (int r = 0; r < shape.height(); r++) {
        copyRow(m, x, source.column(), y, target.column(), shape.width());
        x += source.row();
        y += target.row();
      }
    }
  }

  private static void copyRow(float[] m, int x, int sourceStep, int y, int targetStep, int width) {
    if (sourceStep == 1 && targetStep == 1) {
      System.arraycopy(m, x, m, y, width);
    } else {
      for (int i = 0; i < width; i++) {
        m[y + i * targetStep] = m[x + i * sourceStep];
      }
    }
  }
}
