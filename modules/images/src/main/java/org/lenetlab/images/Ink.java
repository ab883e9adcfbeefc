package org.lenetlab.images;

/**
 * Tells ink from paper: where a photograph is darker than the paper around, or lighter for chalk on
 * a board, and by which share.
 *
 * <p>The paper's brightness at each place is the grey closing of the image, the largest value
 * around and then the smallest of those: strokes are narrower than its window and vanish, shadows
 * and the fall-off of light are wider and stay.
 */
final class Ink {
  /** Of the shorter side: wider than a stroke, narrower than a shadow. */
  private static final double WINDOW = 0.35;

  /** The share of pixels that may be stronger than what counts as full ink. */
  private static final double STRONGEST = 0.001;

  /** Of full ink: what is at least as strong belongs to a stroke. */
  private static final double THRESHOLD = 0.4;

  /** Weaker differences from the paper are not taken for ink. */
  private static final double WEAKEST = 0.08;

  /** How much stronger ink must be than three quarters of the paper's grain. */
  private static final double ABOVE_NOISE = 2.5;

  /** The grain of smaller pictures is left as it is. */
  private static final int SMALL = 64;

  private static final float MAX = 255;

  private Ink() {}

  /**
   * The strength of the ink at each place, 0 … 1, where 0.5 is the edge of a stroke.
   *
   * @param image values 0 … 255
   * @throws NoDigitException if nothing stands out
   */
  static Plane of(Plane image) {
    int shorter = Math.min(image.height(), image.width());
    int radius = Math.max(1, (int) (WINDOW * shorter / 2));
    Plane smooth = shorter < SMALL ? image : image.mean(1);
    Plane bright = isDarkOnLight(smooth, radius) ? smooth : inverted(smooth);
    Plane paper = bright.dilated(radius).eroded(radius);
    float[] strength = new float[image.values().length];
    for (int i = 0; i < strength.length; i++) {
      strength[i] = 1 - bright.values()[i] / Math.max(1, paper.values()[i]);
    }
    Plane ink = new Plane(image.height(), image.width(), strength);
    float full = ink.quantile(1 - STRONGEST);
    if (full < WEAKEST || full < ABOVE_NOISE * ink.quantile(0.75)) {
      throw new NoDigitException("nothing stands out from the background");
    }
    for (int i = 0; i < strength.length; i++) {
      double edge = (strength[i] - THRESHOLD * full) / (THRESHOLD * full);
      strength[i] = (float) Math.clamp(0.5 + edge, 0, 1);
    }
    return ink;
  }

  private static Plane inverted(Plane image) {
    float[] values = new float[image.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = MAX - image.values()[i];
    }
    return new Plane(image.height(), image.width(), values);
  }

  /**
   * Strokes cover less than the paper around, so they are the longer tail of the differences from
   * the mean around.
   */
  private static boolean isDarkOnLight(Plane image, int radius) {
    float[] around = image.mean(radius).values();
    double third = 0;
    for (int i = 0; i < around.length; i++) {
      third += Math.pow(image.values()[i] - around[i], 3);
    }
    return third <= 0;
  }
}
