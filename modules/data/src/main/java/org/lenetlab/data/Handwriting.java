package org.lenetlab.data;

import java.util.ArrayList;
import java.util.List;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.data.DigitShapes.Point;

/**
 * One writer's hand: takes the points of a digit to the places on the paper. In this order: every
 * point is misplaced a little; the whole box is bent like rubber by a cubic Bézier patch over a 4×4
 * lattice of random displacements (free-form deformation, Sederberg and Parry 1986); the result is
 * stretched, slanted, turned and moved. The amounts are chosen so that a linear classifier trained
 * on 10,000 images fails on about one in nine, and LeNet-5 on about one in eighty.
 */
final class Handwriting {
  private static final double MISPLACED = 0.02;
  private static final double BENT = 0.09;
  private static final int LATTICE = 4;

  private final RandomStream random;
  private final double[] bendX = new double[LATTICE * LATTICE];
  private final double[] bendY = new double[LATTICE * LATTICE];
  private final double height;
  private final double width;
  private final double slant;
  private final double cos;
  private final double sin;
  private final double centerX;
  private final double centerY;

  /**
   * @param size of the paper, width and height, in pixels
   */
  Handwriting(RandomStream random, int size) {
    this.random = random;
    for (int i = 0; i < bendX.length; i++) {
      bendX[i] = BENT * random.nextGaussian();
      bendY[i] = BENT * random.nextGaussian();
    }
    height = size * random.uniform(0.58, 0.8);
    width = height * random.uniform(0.5, 0.95);
    slant = 0.1 + 0.22 * random.nextGaussian();
    double angle = 0.12 * random.nextGaussian();
    cos = StrictMath.cos(angle);
    sin = StrictMath.sin(angle);
    centerX = (size - 1) / 2.0 + random.uniform(-2.2, 2.2);
    centerY = (size - 1) / 2.0 + random.uniform(-2.2, 2.2);
  }

  /**
   * The curve through {@code points} on the paper, as a polygon with {@code perSpan} sides a span.
   */
  List<Point> write(List<Point> points, int perSpan) {
    List<Point> misplaced =
        points.stream()
            .map(
                p ->
                    new Point(
                        p.x() + MISPLACED * random.nextGaussian(),
                        p.y() + MISPLACED * random.nextGaussian()))
            .toList();
    List<Point> polygon = new ArrayList<>();
    polygon.add(place(misplaced.getFirst()));
    for (int i = 0; i + 1 < misplaced.size(); i++) {
      Point before = misplaced.get(Math.max(i - 1, 0));
      Point from = misplaced.get(i);
      Point to = misplaced.get(i + 1);
      Point after = misplaced.get(Math.min(i + 2, misplaced.size() - 1));
      for (int k = 1; k <= perSpan; k++) {
        double t = (double) k / perSpan;
        polygon.add(
            place(
                new Point(
                    catmullRom(before.x(), from.x(), to.x(), after.x(), t),
                    catmullRom(before.y(), from.y(), to.y(), after.y(), t))));
      }
    }
    return polygon;
  }

  private static double catmullRom(double p0, double p1, double p2, double p3, double t) {
    double a = 2 * p1;
    double b = p2 - p0;
    double c = 2 * p0 - 5 * p1 + 4 * p2 - p3;
    double d = 3 * (p1 - p2) + p3 - p0;
    return 0.5 * (a + t * (b + t * (c + t * d)));
  }

  private Point place(Point p) {
    double bentX = p.x() - 0.5;
    double bentY = p.y() - 0.5;
    for (int i = 0; i < LATTICE; i++) {
      for (int j = 0; j < LATTICE; j++) {
        double weight = bernstein(i, p.y()) * bernstein(j, p.x());
        bentX += weight * bendX[i * LATTICE + j];
        bentY += weight * bendY[i * LATTICE + j];
      }
    }
    double y = bentY * height;
    double x = bentX * width - slant * y;
    return new Point(centerX + cos * x - sin * y, centerY + sin * x + cos * y);
  }

  private static double bernstein(int i, double t) {
    double u = 1 - t;
    return switch (i) {
      case 0 -> u * u * u;
      case 1 -> 3 * t * u * u;
      case 2 -> 3 * t * t * u;
      default -> t * t * t;
    };
  }
}
