package org.lenetlab.layers;

import java.util.ArrayList;
import java.util.List;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.network.Targets;
import org.lenetlab.api.spec.SpecException;

/**
 * The targets of RBF units as an experiment file gives them: {@code lecun-1998}, or one bitmap per
 * class, drawn with {@code #} for +1 and {@code .} for −1. Bitmaps stand side by side, separated by
 * spaces, or below each other, separated by empty lines, in the order of the classes.
 *
 * @param text the name or the drawing
 */
record Bitmaps(String text) {
  static final Bitmaps LECUN_1998 = new Bitmaps("lecun-1998");

  /**
   * Stylised characters of 7×12 pixels (LeCun et al. 1998, figure 3), as secondary copies give
   * them.
   */
  private static final String LECUN_1998_DRAWING =
      """
      .#####.  ...##..  .#####.  #######  .#####.  .#####.  ..####.  #######  .#####.  .#####.
      .......  ..###..  .......  .....##  .......  .......  .##....  .....##  ##...##  ##..###
      ..###..  .####..  .#####.  ....##.  .......  #######  ##.....  .....##  ##...##  ##...##
      .##.##.  ...##..  ##...##  ...##..  .##..##  ##.....  ##.....  ....##.  ##...##  ##...##
      ##...##  ...##..  #....##  ..####.  .##..##  ##.....  ######.  ...##..  .#####.  ##..###
      ##...##  ...##..  ....##.  .....##  ###..##  .####..  ###..##  ...##..  ##...##  .######
      ##...##  ...##..  ..###..  .....##  ##...##  ..####.  ##...##  ..##...  ##...##  .....##
      ##...##  ...##..  .##....  .....##  ##...##  .....##  ##...##  ..##...  ##...##  .....##
      .##.##.  ...##..  ##.....  ##...##  ##..###  ##...##  ###..##  ..##...  ##...##  ....##.
      ..###..  .######  #######  .#####.  .######  .#####.  .#####.  ..##...  .#####.  .####..
      .......  .......  .......  .......  .....##  .......  .......  .......  .......  .......
      .......  .......  .......  .......  .....##  .......  .......  .......  .......  .......
      """;

  /**
   * Reads the form of an experiment file.
   *
   * @throws SpecException if it is neither the known name nor whole bitmaps of one size
   */
  static Bitmaps parse(String text) {
    Bitmaps bitmaps = new Bitmaps(text.strip());
    bitmaps.targets();
    return bitmaps;
  }

  /**
   * The target vectors, each bitmap row by row.
   *
   * @throws SpecException if the bitmaps are not of one size; its path is empty
   */
  Targets targets() {
    String drawing = this.equals(LECUN_1998) ? LECUN_1998_DRAWING : text;
    List<String> bitmaps = new ArrayList<>();
    for (String band : drawing.strip().split("\\R[ \\t]*\\R\\s*", -1)) {
      bitmaps.addAll(sideBySide(band));
    }
    List<float[]> vectors = bitmaps.stream().map(Bitmaps::vector).toList();
    int width = drawing.strip().split("\\s", 2)[0].length();
    return new Targets(new Shape(1, vectors.getFirst().length / width, width), vectors);
  }

  private static List<String> sideBySide(String band) {
    List<StringBuilder> bitmaps = new ArrayList<>();
    int width = 0;
    for (String line : band.lines().toList()) {
      String[] rows = line.strip().split("\\s+", -1);
      if (bitmaps.isEmpty()) {
        width = rows[0].length();
        for (int i = 0; i < rows.length; i++) {
          bitmaps.add(new StringBuilder());
        }
      }
      SpecException.require(
          rows.length == bitmaps.size(),
          "",
          "expected a row of each of the " + bitmaps.size() + " bitmaps in '" + line + "'");
      for (int i = 0; i < rows.length; i++) {
        requireRow(rows[i], width);
        bitmaps.get(i).append(rows[i]);
      }
    }
    return bitmaps.stream().map(StringBuilder::toString).toList();
  }

  private static void requireRow(String row, int width) {
    SpecException.require(
        row.matches("[#.]+"),
        "",
        "expected lecun-1998 or bitmaps drawn with # and ., not '" + row + "'");
    SpecException.require(
        row.length() == width,
        "",
        "expected bitmap rows of " + width + " pixels, as the first, not '" + row + "'");
  }

  private static float[] vector(String bitmap) {
    float[] values = new float[bitmap.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = bitmap.charAt(i) == '#' ? 1 : -1;
    }
    return values;
  }

  @Override
  public String toString() {
    return text;
  }
}
