package org.lenetlab.report;

import java.awt.image.BufferedImage;
import org.lenetlab.api.network.Shape;

/** Lays maps of values out as tiles, a pixel for each value, transparent between them. */
final class Tiles {
  private static final int OPAQUE = 0xff000000;
  private static final int MAX = 255;

  private Tiles() {}

  /** How a value becomes a colour. */
  private interface Shade {
    int rgb(float value);
  }

  /** White for the smallest value, black for the largest: ink on paper. */
  static BufferedImage ink(float[] values, Shape shape, int perRow) {
    float smallest = Float.POSITIVE_INFINITY;
    float largest = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      smallest = Math.min(smallest, value);
      largest = Math.max(largest, value);
    }
    float low = smallest;
    float range = largest > smallest ? largest - smallest : 1;
    return layOut(values, shape, perRow, value -> grey(1 - (value - low) / range));
  }

  /** White for 0, blue for the negative, red-brown for the positive, as far as both go. */
  static BufferedImage signed(float[] values, Shape shape, int perRow) {
    float largest = Float.MIN_NORMAL;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    float end = largest;
    return layOut(values, shape, perRow, value -> diverging(value / end));
  }

  private static BufferedImage layOut(float[] values, Shape shape, int perRow, Shade shade) {
    int columns = Math.min(perRow, shape.channels());
    int rows = (shape.channels() + columns - 1) / columns;
    int gap = shape.isVector() ? 0 : 1;
    BufferedImage image =
        new BufferedImage(
            columns * (shape.width() + gap) - gap,
            rows * (shape.height() + gap) - gap,
            BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < values.length; i++) {
      int map = i / shape.plane();
      int x = map % columns * (shape.width() + gap) + i % shape.width();
      int y = map / columns * (shape.height() + gap) + i % shape.plane() / shape.width();
      image.setRGB(x, y, OPAQUE | shade.rgb(values[i]));
    }
    return image;
  }

  private static int grey(float share) {
    int value = Math.round(MAX * Math.clamp(share, 0f, 1f));
    return value << 16 | value << 8 | value;
  }

  /** From #1f5fa8 over white to #a83c0c. */
  private static int diverging(float share) {
    int full = share < 0 ? 0x1f5fa8 : 0xa83c0c;
    float strength = Math.min(1, Math.abs(share));
    return channel(full >> 16, strength) << 16
        | channel(full >> 8 & MAX, strength) << 8
        | channel(full & MAX, strength);
  }

  private static int channel(int full, float strength) {
    return Math.round(MAX + strength * (full - MAX));
  }
}
