package org.lenetlab.images;

import org.lenetlab.api.data.ByteImages;
import org.lenetlab.api.network.Shape;

/**
 * Makes of the picture of a digit an image as those of MNIST: ink bright on black, the digit scaled
 * to fit 20×20 keeping its proportions, its centre of mass in the middle of 28×28 (LeCun et al.
 * 1998, section III-A).
 *
 * <p>Before that, what MNIST's scanner saw is restored: the picture is grey, levelled so that
 * shadows go, inverted where ink is dark, freed of specks, and strokes far thinner or thicker than
 * a pen's are brought near to one.
 */
public final class DigitImage {
  private static final Shape SHAPE = new Shape(1, 28, 28);
  private static final int BOX = 20;

  /** Larger pictures are reduced to this: strokes keep several pixels. */
  private static final int WORKING_SIZE = 400;

  /** Widths of strokes in the box of 20; MNIST's are 2 to 4. */
  private static final double THINNEST = 2.0;

  private static final double THICKEST = 4.0;
  private static final int MAX = 255;

  private DigitImage() {}

  /** The shape of the images that are made. */
  public static Shape shape() {
    return SHAPE;
  }

  /**
   * The image of the digit in a picture.
   *
   * @param picture of any size, of one channel
   * @throws NoDigitException if nothing in it looks like a digit
   */
  public static ByteImages of(ImageFile picture) {
    if (picture.shape().channels() != 1) {
      throw new IllegalArgumentException("expected a grey picture, not " + picture.shape());
    }
    Plane digit = Strokes.of(Ink.of(Plane.of(picture).reducedTo(WORKING_SIZE)));
    return new ByteImages(SHAPE, centred(fitted(penned(digit))), 0);
  }

  /** The digit with strokes of a pen. */
  private static Plane penned(Plane digit) {
    double scale = (double) BOX / Math.max(digit.height(), digit.width());
    double width = strokeWidth(digit);
    double wanted = Math.clamp(width * scale, THINNEST, THICKEST) / scale;
    int radius = (int) Math.round(Math.abs(wanted - width) / 2);
    if (radius == 0) {
      return digit;
    }
    Plane room = padded(digit, radius);
    return wanted < width ? room.eroded(radius) : room.dilated(radius);
  }

  private static Plane padded(Plane digit, int border) {
    return digit.cropped(-border, -border, digit.height() + 2 * border, digit.width() + 2 * border);
  }

  /** Of a long stroke: its area by half its outline. */
  private static double strokeWidth(Plane digit) {
    Plane room = padded(digit, 1);
    double area = 0;
    double eroded = 0;
    float[] inner = room.eroded(1).values();
    for (int i = 0; i < inner.length; i++) {
      area += room.values()[i];
      eroded += inner[i];
    }
    double outline = Math.max(1, area - eroded);
    return 2 * area / outline;
  }

  private static Plane fitted(Plane digit) {
    double scale = (double) BOX / Math.max(digit.height(), digit.width());
    return digit.resized(
        Math.clamp(Math.round(digit.height() * scale), 1, BOX),
        Math.clamp(Math.round(digit.width() * scale), 1, BOX));
  }

  /** The digit with its centre of mass in the middle. */
  private static byte[] centred(Plane digit) {
    double mass = 0;
    double rows = 0;
    double columns = 0;
    float strongest = 0;
    for (int i = 0; i < digit.values().length; i++) {
      float value = digit.values()[i];
      int row = i / digit.width();
      mass += value;
      rows += value * (row + 0.5);
      columns += value * (i % digit.width() + 0.5);
      strongest = Math.max(strongest, value);
    }
    int top = offset(rows / mass, digit.height(), SHAPE.height());
    int left = offset(columns / mass, digit.width(), SHAPE.width());
    byte[] pixels = new byte[SHAPE.size()];
    for (int i = 0; i < digit.values().length; i++) {
      int place = (top + i / digit.width()) * SHAPE.width() + left + i % digit.width();
      pixels[place] = (byte) Math.round(MAX * digit.values()[i] / strongest);
    }
    return pixels;
  }

  /** Where a digit of {@code size} begins so that its {@code centre} comes to the middle. */
  private static int offset(double centre, int size, int whole) {
    return Math.clamp(Math.round(whole / 2.0 - centre), 0, whole - size);
  }
}
