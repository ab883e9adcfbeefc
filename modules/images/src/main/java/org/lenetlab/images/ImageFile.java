package org.lenetlab.images;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.lenetlab.api.data.DataException;
import org.lenetlab.api.network.Shape;

/**
 * The pixels of an image file: one channel of grey or three of red, green and blue. What is
 * transparent lies on white, and photographs are turned the way their Exif data says.
 */
public final class ImageFile {
  private static final long MOST_PIXELS = 100_000_000;
  private static final int WHITE = 255;

  private final Shape shape;
  private final byte[] pixels;

  ImageFile(Shape shape, byte[] pixels) {
    this.shape = shape;
    this.pixels = pixels;
  }

  /**
   * Reads {@code file}.
   *
   * @param channels 1 for grey, 3 for red, green and blue
   * @throws DataException if it is not an image that can be read
   */
  public static ImageFile read(Path file, int channels) {
    try {
      return of(Files.readAllBytes(file), channels);
    } catch (IOException e) {
      throw new DataException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The image that the bytes of a file are.
   *
   * @param channels 1 for grey, 3 for red, green and blue
   * @throws IOException if they are not an image that can be read
   */
  public static ImageFile of(byte[] content, int channels) throws IOException {
    BufferedImage image = decode(content);
    Shape shape = new Shape(channels, image.getHeight(), image.getWidth());
    byte[] pixels = new byte[shape.size()];
    if (isGrey(image)) {
      fillFromGrey(image.getRaster(), shape, pixels);
    } else {
      fillFromColors(image, shape, pixels);
    }
    return Orientation.of(content).apply(new ImageFile(shape, pixels));
  }

  private static BufferedImage decode(byte[] content) throws IOException {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("neither PNG nor JPEG nor another known image format");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        long size = (long) reader.getWidth(0) * reader.getHeight(0);
        if (size > MOST_PIXELS) {
          throw new IOException(
              "%d×%d pixels are too many, at most %d in all"
                  .formatted(reader.getWidth(0), reader.getHeight(0), MOST_PIXELS));
        }
        return reader.read(0);
      } catch (RuntimeException e) {
        throw new IOException("damaged image", e); // readers trip over damage in all possible ways
      } finally {
        reader.dispose();
      }
    }
  }

  /** Grey is taken as it is stored: {@link BufferedImage#getRGB} would change its gamma. */
  private static boolean isGrey(BufferedImage image) {
    return image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY
        && !(image.getColorModel() instanceof IndexColorModel);
  }

  private static void fillFromGrey(Raster raster, Shape shape, byte[] pixels) {
    int whole = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
    boolean transparent = raster.getNumBands() > 1;
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < shape.width(); x++) {
        int grey = raster.getSample(x, y, 0) * WHITE / whole;
        int alpha = transparent ? raster.getSample(x, y, 1) * WHITE / whole : WHITE;
        for (int c = 0; c < shape.channels(); c++) {
          pixels[c * shape.plane() + y * shape.width() + x] = (byte) onWhite(grey, alpha);
        }
      }
    }
  }

  private static void fillFromColors(BufferedImage image, Shape shape, byte[] pixels) {
    int[] row = new int[shape.width()];
    for (int y = 0; y < shape.height(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int x = 0; x < row.length; x++) {
        int alpha = row[x] >>> 24;
        int red = onWhite(row[x] >> 16 & 0xFF, alpha);
        int green = onWhite(row[x] >> 8 & 0xFF, alpha);
        int blue = onWhite(row[x] & 0xFF, alpha);
        int i = y * row.length + x;
        if (shape.channels() == 1) {
          pixels[i] = (byte) luma(red, green, blue);
        } else {
          pixels[i] = (byte) red;
          pixels[shape.plane() + i] = (byte) green;
          pixels[2 * shape.plane() + i] = (byte) blue;
        }
      }
    }
  }

  private static int onWhite(int value, int alpha) {
    return (value * alpha + WHITE * (WHITE - alpha) + WHITE / 2) / WHITE;
  }

  /** ITU-R 601-2, rounded as Pillow does. */
  private static int luma(int red, int green, int blue) {
    return (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16;
  }

  /** Channels, height and width. */
  public Shape shape() {
    return shape;
  }

  /** The pixels in the order (channel, row, column); not a copy. */
  public byte[] pixels() {
    return pixels;
  }

  /** The largest part around the middle with the proportions of {@code width} to {@code height}. */
  public ImageFile middle(int width, int height) {
    double scale = Math.min((double) shape.width() / width, (double) shape.height() / height);
    int rows = Math.clamp(Math.round(height * scale), 1, shape.height());
    int columns = Math.clamp(Math.round(width * scale), 1, shape.width());
    int top = (shape.height() - rows) / 2;
    int left = (shape.width() - columns) / 2;
    Shape part = new Shape(shape.channels(), rows, columns);
    byte[] cut = new byte[part.size()];
    for (int row = 0; row < shape.channels() * rows; row++) {
      int from = row / rows * shape.plane() + (top + row % rows) * shape.width() + left;
      System.arraycopy(pixels, from, cut, row * columns, columns);
    }
    return new ImageFile(part, cut);
  }

  /** Writes the pixels, resized to {@code size}, which has as many channels. */
  public void resizeInto(Shape size, byte[] to, int offset) {
    BilinearResize resize = new BilinearResize(shape, size);
    for (int c = 0; c < shape.channels(); c++) {
      resize.bytes(pixels, c * shape.plane(), to, offset + c * size.plane());
    }
  }
}
