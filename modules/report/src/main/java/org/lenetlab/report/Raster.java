package org.lenetlab.report;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/**
 * A picture of pixels, each of which is to be seen as a square.
 *
 * @param image a pixel for each value
 * @param scale how many pixels of a screen wide a square is
 */
record Raster(BufferedImage image, int scale) implements Picture {

  /** The address of the picture that carries all of it. */
  String dataUrl() {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(image));
  }

  int width() {
    return scale * image.getWidth();
  }

  int height() {
    return scale * image.getHeight();
  }

  @Override
  public byte[] png() {
    BufferedImage large = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = large.createGraphics(); // nearest neighbour, unless told otherwise
    graphics.drawImage(image, 0, 0, width(), height(), null);
    graphics.dispose();
    return png(large);
  }

  static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
