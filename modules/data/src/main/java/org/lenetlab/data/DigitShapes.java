package org.lenetlab.data;

import java.util.Arrays;
import java.util.List;

/**
 * How people write the digits: per digit some styles, per style the strokes of the pen, per stroke
 * the points of a smooth curve. A corner is where one stroke ends and the next starts.
 */
final class DigitShapes {

  /** A point in the box that a digit fills: x from left to right, y from top to bottom, 0 … 1. */
  record Point(double x, double y) {}

  /** Points in hundredths, strokes parted by bars. */
  private static final List<List<String>> STYLES =
      List.of(
          List.of(
              "54,1 22,12 5,50 20,88 50,99 80,86 95,48 80,12 48,1",
              "70,10 42,0 14,22 6,60 26,94 58,97 86,70 88,30 64,4 40,8",
              "40,4 12,30 8,74 38,99 76,92 94,58 84,18 54,0 30,12"),
          List.of(
              "50,0 50,50 50,100",
              "26,24 42,14 54,2 | 54,2 52,50 50,99",
              "28,20 52,2 | 52,2 52,50 52,97 | 26,98 52,97 78,97"),
          List.of(
              "8,24 28,4 62,2 84,22 74,50 40,78 8,98 | 8,98 50,95 94,97",
              "12,22 38,2 74,8 82,34 54,68 22,92 8,84 24,74 56,88 92,94",
              "10,12 50,0 84,14 80,44 40,76 10,97 | 10,97 52,98 90,92"),
          List.of(
              "10,14 40,1 74,10 76,34 42,47 | 42,47 82,58 86,84 50,99 8,88",
              "12,4 46,3 82,4 | 82,4 62,22 42,42 | 42,42 78,52 84,82 48,99 8,90",
              "12,18 36,2 72,6 76,30 50,46 38,46 66,50 90,70 74,94 40,100 8,86"),
          List.of(
              "28,2 20,28 8,56 | 8,56 50,55 92,53 | 70,12 68,54 62,99",
              "66,2 36,32 6,66 | 6,66 50,66 94,65 | 66,2 66,50 65,99",
              "20,2 12,34 26,54 56,52 78,40 | 80,2 76,46 68,99"),
          List.of(
              "24,4 20,26 16,46 | 16,46 48,36 84,52 84,84 50,99 8,90 | 24,4 54,4 88,2",
              "86,3 58,4 32,4 | 32,4 26,24 20,42 | 20,42 60,38 88,62 68,94 10,95",
              "88,6 54,2 28,10 22,34 46,46 80,60 76,90 42,100 10,88"),
          List.of(
              "70,2 34,22 10,60 18,90 50,99 84,84 78,58 48,50 14,70",
              "56,0 24,34 10,72 34,98 72,92 80,66 48,52 16,74",
              "82,8 44,6 14,44 10,82 44,100 82,86 82,62 52,52 16,68"),
          List.of(
              "8,5 50,5 92,4 | 92,4 60,44 40,99",
              "8,5 50,4 90,4 | 90,4 58,48 42,99 | 28,52 52,50 80,48",
              "12,22 10,6 | 10,6 50,10 90,5 | 90,5 66,36 50,66 46,99"),
          List.of(
              "76,14 46,1 18,18 32,40 66,56 88,80 54,99 14,82 34,56 70,38 78,12",
              "50,2 24,10 24,36 50,46 76,36 76,12 50,2 | 50,46 16,58 14,88 50,99 86,88 84,58 50,46",
              "60,48 28,34 24,10 52,0 80,14 72,38 40,52 14,74 26,96 62,98 84,78 60,48"),
          List.of(
              "80,22 52,2 20,14 16,42 46,54 76,38 82,16 | 82,16 80,58 64,99",
              "80,20 50,2 18,20 22,48 56,54 82,26 | 82,26 86,62 62,94 18,94",
              "84,10 48,2 16,22 22,50 58,48 84,10 | 84,10 78,56 76,99"));

  private static final List<List<List<List<Point>>>> PARSED =
      STYLES.stream().map(styles -> styles.stream().map(DigitShapes::strokes).toList()).toList();

  private DigitShapes() {}

  /** The styles of {@code digit}: each a list of strokes, each a list of points. */
  static List<List<List<Point>>> of(int digit) {
    return PARSED.get(digit);
  }

  private static List<List<Point>> strokes(String style) {
    return Arrays.stream(style.split(" \\| ", -1)).map(DigitShapes::stroke).toList();
  }

  private static List<Point> stroke(String points) {
    return Arrays.stream(points.split(" ", -1)).map(DigitShapes::point).toList();
  }

  private static Point point(String text) {
    int comma = text.indexOf(',');
    return new Point(
        Integer.parseInt(text, 0, comma, 10) / 100.0,
        Integer.parseInt(text, comma + 1, text.length(), 10) / 100.0);
  }
}
