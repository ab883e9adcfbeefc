package org.lenetlab.data;

import java.util.List;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.data.DigitShapes.Point;

/** A square sheet that a pen draws on: bright ink on a dark ground, smooth edges. */
final class Paper {
  private static final int WHITE = 255;

  private final int size;
  private final float[] ink;

  Paper(int size) {
    this.size = size;
    ink = new float[size * size];
  }

  /** Draws along {@code polygon} with a round nib whose radius grows or shrinks on the way. */
  void draw(List<Point> polygon, double startRadius, double endRadius) {
    for (int i = 0; i + 1 < polygon.size(); i++) {
      double way = (i + 0.5) / (polygon.size() - 1);
      draw(polygon.get(i), polygon.get(i + 1), startRadius + way * (endRadius - startRadius));
    }
  }

  private void draw(Point from, Point to, double radius) {
    double reach = radius + 0.5;
    int left = first(Math.min(from.x(), to.x()) - reach);
    int right = last(Math.max(from.x(), to.x()) + reach);
    int top = first(Math.min(from.y(), to.y()) - reach);
    int bottom = last(Math.max(from.y(), to.y()) + reach);
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double square = Math.max(dx * dx + dy * dy, 1e-12);
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        double px = x - from.x();
        double py = y - from.y();
        double along = Math.clamp((px * dx + py * dy) / square, 0, 1);
        double awayX = px - along * dx;
        double awayY = py - along * dy;
        double distance = Math.sqrt(awayX * awayX + awayY * awayY);
        float covered = (float) Math.clamp(reach - distance, 0, 1);
        ink[y * size + x] = Math.max(ink[y * size + x], covered);
      }
    }
  }

  private int first(double position) {
    return Math.max((int) Math.ceil(position), 0);
  }

  private int last(double position) {
    return Math.min((int) Math.floor(position), size - 1);
  }

  /**
   * Writes the sheet as bytes.
   *
   * @param brightness of full ink, 0 … 1
   * @param noise the half width of the triangular distribution of what is added to each pixel, 0 …
   *     1
   */
  void scan(byte[] into, int offset, double brightness, double noise, RandomStream random) {
    for (int i = 0; i < ink.length; i++) {
      double grain = noise * (random.nextFloat() + random.nextFloat() - 1);
      double value = Math.clamp(ink[i] * brightness + grain, 0, 1);
      into[offset + i] = (byte) Math.round(value * WHITE);
    }
  }
}
