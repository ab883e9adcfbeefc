package org.lenetlab.backend.simd;

import org.lenetlab.api.network.Shape;

/** Copies images of one shape from one layout to another. */
final class ImageCopy {
  private final Strides source;
  private final Strides target;
  private final Shape shape;

  /** Where the pixels of a channel lie. */
  private final int[] sources;

  private final int[] targets;

  ImageCopy(Shape shape, Strides source, Strides target) {
    this.source = source;
    this.target = target;
    this.shape = shape;
    sources = pixels(shape, source);
    targets = pixels(shape, target);
  }

  private static int[] pixels(Shape shape, Strides strides) {
    int[] places = new int[shape.plane()];
    for (int p = 0; p < places.length; p++) {
      places[p] = strides.offset(0, p / shape.width(), p % shape.width());
    }
    return places;
  }

  /** Copies the image at {@code from} to {@code to}. */
  void run(float[] m, int from, int to) {
    for (int c = 0; c < shape.channels(); c++) {
      int x = from + c * source.channel();
      int y = to + c * target.channel();
      if (source.column() == 1 && target.column() == 1) {
        copyRows(m, x, y);
      } else {
        copyPixels(m, x, y);
      }
    }
  }

  private void copyRows(float[] m, int x, int y) {
    for (int r = 0; r < shape.height(); r++) {
      System.arraycopy(m, x + r * source.row(), m, y + r * target.row(), shape.width());
    }
  }

  private void copyPixels(float[] m, int x, int y) {
    for (int p = 0; p < sources.length; p++) {
      m[y + targets[p]] = m[x + sources[p]];
    }
  }
}
