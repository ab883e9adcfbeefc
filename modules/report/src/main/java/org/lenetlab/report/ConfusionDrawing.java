package org.lenetlab.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * A confusion matrix as a picture: blue on the diagonal, red-brown beside it, stronger for more.
 */
final class ConfusionDrawing {
  private static final int CELL_WIDTH = 54;
  private static final int CELL_HEIGHT = 36;
  private static final int LEFT = 110;
  private static final int TOP = 64;
  private static final int MARGIN = 8;
  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 16);

  /** The share of the full colour that black numbers can be read on. */
  private static final double STRONGEST = 0.55;

  private final Confusion confusion;
  private final IntFunction<String> names;

  private ConfusionDrawing(Confusion confusion, IntFunction<String> names) {
    this.confusion = confusion;
    this.names = names;
  }

  /**
   * The picture.
   *
   * @param names of the classes
   */
  static Drawing of(Confusion confusion, IntFunction<String> names) {
    return new Drawing(
        LEFT + confusion.classes() * CELL_WIDTH + MARGIN,
        TOP + confusion.classes() * CELL_HEIGHT + MARGIN,
        new ConfusionDrawing(confusion, names)::paint);
  }

  private void paint(Graphics2D graphics) {
    graphics.setFont(TEXT);
    int classes = confusion.classes();
    centred("answer", LEFT + classes * CELL_WIDTH / 2, TOP - CELL_HEIGHT - 6, graphics);
    centred("label", LEFT / 2, TOP - CELL_HEIGHT / 2, graphics);
    for (int i = 0; i < classes; i++) {
      centred(names.apply(i), LEFT + i * CELL_WIDTH + CELL_WIDTH / 2, TOP - 18, graphics);
      centred(names.apply(i), LEFT / 2, TOP + i * CELL_HEIGHT + CELL_HEIGHT / 2, graphics);
      for (int predicted = 0; predicted < classes; predicted++) {
        cell(i, predicted, graphics);
      }
    }
  }

  private void cell(int label, int predicted, Graphics2D graphics) {
    int left = LEFT + predicted * CELL_WIDTH;
    int top = TOP + label * CELL_HEIGHT;
    Color full = Palette.series(label == predicted ? 0 : 1);
    graphics.setColor(mixed(full, STRONGEST * confusion.strength(label, predicted)));
    graphics.fillRect(left, top, CELL_WIDTH, CELL_HEIGHT);
    graphics.setColor(Palette.GRID);
    graphics.drawRect(left, top, CELL_WIDTH, CELL_HEIGHT);
    int count = confusion.counts()[label][predicted];
    if (count > 0) {
      String number = String.format(Locale.ROOT, "%,d", count);
      centred(number, left + CELL_WIDTH / 2, top + CELL_HEIGHT / 2, graphics);
    }
  }

  private static Color mixed(Color full, double share) {
    return new Color(
        channel(full.getRed(), share),
        channel(full.getGreen(), share),
        channel(full.getBlue(), share));
  }

  private static int channel(int full, double share) {
    return (int) Math.round(255 + share * (full - 255));
  }

  private static void centred(String words, int x, int y, Graphics2D graphics) {
    FontMetrics metrics = graphics.getFontMetrics();
    graphics.setColor(Palette.INK);
    int baseline = y + (metrics.getAscent() - metrics.getDescent()) / 2;
    graphics.drawString(words, x - metrics.stringWidth(words) / 2, baseline);
  }
}
