package org.lenetlab.images;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Finds the strokes of one digit among all that looks like ink. */
final class Strokes {
  private static final float EDGE = 0.5f;

  /** Of the largest shape: smaller ones are specks. */
  private static final double SMALLEST_PART = 0.04;

  /** Of the picture's height: what is as high and away from the border is the digit. */
  private static final double LOWEST = 0.12;

  private final Plane ink;
  private final int[] labels;

  private Strokes(Plane ink) {
    this.ink = ink;
    labels = new int[ink.values().length];
  }

  /** A connected shape, with the rows and columns that it covers. */
  private static final class Shape {
    final int label;
    int area;
    int top = Integer.MAX_VALUE;
    int left = Integer.MAX_VALUE;
    int bottom = -1;
    int right = -1;

    Shape(int label) {
      this.label = label;
    }

    void add(int row, int column) {
      area++;
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    }

    int height() {
      return bottom - top + 1;
    }

    int longest() {
      return Math.max(height(), right - left + 1);
    }

    /** Whether the gap between the two is small beside their sizes. */
    boolean isNear(Shape other) {
      int vertical = Math.max(top - other.bottom, other.top - bottom);
      int horizontal = Math.max(left - other.right, other.left - right);
      return Math.max(vertical, horizontal) <= Math.max(longest(), other.longest()) / 2;
    }
  }

  /**
   * The ink of the digit alone, cropped to it.
   *
   * @throws NoDigitException if there is none
   */
  static Plane of(Plane ink) {
    return new Strokes(ink).digit();
  }

  private Plane digit() {
    List<Shape> shapes = shapes();
    if (shapes.isEmpty()) {
      throw new NoDigitException("nothing stands out from the background");
    }
    List<Shape> inner = shapes.stream().filter(this::isInner).toList();
    boolean somethingInner = inner.stream().anyMatch(s -> s.longest() >= LOWEST * ink.height());
    List<Shape> candidates = somethingInner ? inner : shapes;
    Shape main = candidates.stream().max(Comparator.comparingInt(s -> s.area)).orElseThrow();
    boolean[] kept = new boolean[shapes.size() + 1];
    Shape box = new Shape(0);
    for (Shape shape : candidates) {
      if (shape.area >= SMALLEST_PART * main.area && shape.isNear(main)) {
        kept[shape.label] = true;
        box.add(shape.top, shape.left);
        box.add(shape.bottom, shape.right);
      }
    }
    return only(kept).cropped(box.top, box.left, box.height(), box.right - box.left + 1);
  }

  private boolean isInner(Shape shape) {
    return shape.top > 0
        && shape.left > 0
        && shape.bottom < ink.height() - 1
        && shape.right < ink.width() - 1;
  }

  private List<Shape> shapes() {
    List<Shape> shapes = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == 0 && ink.values()[i] > EDGE) {
        shapes.add(flood(i, shapes.size() + 1));
      }
    }
    return shapes;
  }

  /** All that is connected with pixel {@code start}, over corners too. */
  private Shape flood(int start, int label) {
    Shape shape = new Shape(label);
    Deque<Integer> open = new ArrayDeque<>();
    open.add(start);
    labels[start] = label;
    while (!open.isEmpty()) {
      int pixel = open.remove();
      int row = pixel / ink.width();
      int column = pixel % ink.width();
      shape.add(row, column);
      for (int y = Math.max(0, row - 1); y <= Math.min(ink.height() - 1, row + 1); y++) {
        for (int x = Math.max(0, column - 1); x <= Math.min(ink.width() - 1, column + 1); x++) {
          int next = y * ink.width() + x;
          if (labels[next] == 0 && ink.values()[next] > EDGE) {
            labels[next] = label;
            open.add(next);
          }
        }
      }
    }
    return shape;
  }

  /** The ink of some shapes with their soft edges. */
  private Plane only(boolean[] kept) {
    float[] mask = new float[labels.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = kept[labels[i]] ? 1 : 0;
    }
    float[] near = new Plane(ink.height(), ink.width(), mask).dilated(1).values();
    for (int i = 0; i < near.length; i++) {
      near[i] *= ink.values()[i];
    }
    return new Plane(ink.height(), ink.width(), near);
  }
}
