package org.lenetlab.report;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The colours of drawings. The pages' style sheet has a variable for each, with a lighter value in
 * the dark. The hues are those of Okabe and Ito (2008), which colour-blind people tell apart,
 * darkened until they stand out from white by 4.5 : 1; curves differ in their dashes too.
 */
final class Palette {
  static final Color NONE = new Color(0, 0, 0, 0);
  static final Color INK = new Color(0x22, 0x22, 0x2a);
  static final Color GRID = new Color(0xd8, 0xd8, 0xde);
  static final List<Color> SERIES =
      List.of(
          new Color(0x00, 0x6a, 0xa8),
          new Color(0xb8, 0x4a, 0x00),
          new Color(0x00, 0x7a, 0x58),
          new Color(0xa0, 0x42, 0x7c),
          new Color(0x7a, 0x66, 0x00),
          new Color(0x5a, 0x5a, 0xb0));

  private static final int BAND_ALPHA = 48;

  private Palette() {}

  /** The colour of series {@code index}; they repeat. */
  static Color series(int index) {
    return SERIES.get(index % SERIES.size());
  }

  /** The colour of the band around a series. */
  static Color band(Color series) {
    return new Color(series.getRed(), series.getGreen(), series.getBlue(), BAND_ALPHA);
  }

  /** The style sheet's variables by the colours that they stand for, as SVG spells these. */
  static Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put(spelled(INK), "var(--ink)");
    variables.put(spelled(GRID), "var(--grid)");
    for (int i = 0; i < SERIES.size(); i++) {
      variables.put(spelled(SERIES.get(i)), "var(--series-" + i + ")");
    }
    return variables;
  }

  private static String spelled(Color color) {
    return "rgb(%d,%d,%d)".formatted(color.getRed(), color.getGreen(), color.getBlue());
  }
}
