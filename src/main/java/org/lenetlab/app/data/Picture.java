package org.lenetlab.app.data;

import java.awt.image.BufferedImage;
import org.lenetlab.api.data.ByteImages;
import org.lenetlab.api.data.Images;
import org.lenetlab.api.network.Shape;

/** One image of a dataset, for looking at: channels of values 0 … 255. */
public final class Picture {
  private static final int MAX = 255;

  private final Shape shape;
  private final float[] pixels;
  private final boolean bytes;

  /** Image {@code index} before the map to values. */
  public Picture(Images images, int index) {
    shape = images.shape();
    bytes = images instanceof ByteImages;
    pixels = new float[shape.size()];
    images.pixels(index, pixels, 0);
    if (!bytes) {
      stretch(pixels);
    }
  }

  /** Maps floats of any range to 0 … 255. */
  private static void stretch(float[] values) {
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = max > min ? MAX * (values[i] - min) / (max - min) : 0;
    }
  }

  int channels() {
    return shape.channels();
  }

  int height() {
    return shape.height();
  }

  int width() {
    return shape.width();
  }

  /** Whether its values are stored as bytes, and so have a hexadecimal form. */
  boolean hasBytes() {
    return bytes;
  }

  /** The value of a pixel, 0 … 255. */
  int value(int channel, int row, int column) {
    return Math.round(pixels[(channel * shape.height() + row) * shape.width() + column]);
  }

  /** How bright a pixel is, 0 … 255: the value itself, or the luma of ITU-R BT.601 for colours. */
  int brightness(int row, int column) {
    return channels() == 3
        ? Math.round(
            0.299f * value(0, row, column)
                + 0.587f * value(1, row, column)
                + 0.114f * value(2, row, column))
        : value(0, row, column);
  }

  /** Red, green and blue of a pixel in one number. */
  int rgb(int row, int column) {
    int last = channels() == 3 ? 2 : 0;
    return value(0, row, column) << 16
        | value(last / 2, row, column) << 8
        | value(last, row, column);
  }

  /** The same as an image, each pixel a square of {@code scale}. */
  public BufferedImage toImage(int scale) {
    BufferedImage image =
        new BufferedImage(width() * scale, height() * scale, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, rgb(y / scale, x / scale));
      }
    }
    return image;
  }

  /** The same as a drawing of one rectangle per pixel that is not black. */
  String toSvg(int scale) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %3$d %4$d\">\n"
            .formatted(width() * scale, height() * scale, width(), height()));
    svg.append("<rect width=\"100%\" height=\"100%\"/>\n");
    for (int row = 0; row < height(); row++) {
      for (int column = 0; column < width(); column++) {
        if (rgb(row, column) != 0) {
          svg.append(
              "<rect x=\"%d\" y=\"%d\" width=\"1\" height=\"1\" fill=\"#%06x\"/>\n"
                  .formatted(column, row, rgb(row, column)));
        }
      }
    }
    return svg.append("</svg>\n").toString();
  }
}
