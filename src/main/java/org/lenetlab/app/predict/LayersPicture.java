package org.lenetlab.app.predict;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.lenetlab.api.data.Images;
import org.lenetlab.api.network.Shape;

/**
 * Every layer's output for one image, one below the other: maps as tiles, vectors as cells. White
 * is 0, darker is more, blue is negative; each layer has its own scale.
 */
final class LayersPicture {
  private static final int WIDTH = 960;
  private static final int MARGIN = 16;
  private static final int LABELS = 130;
  private static final int GAP = 4;
  private static final int TILE = 84;
  private static final int CELL = 16;
  private static final int TEXT = 14;
  private static final int BAR = 240;
  private static final Color NEGATIVE = new Color(0x1f5fa8);

  private final List<String> classes;

  LayersPicture(List<String> classes) {
    this.classes = classes;
  }

  BufferedImage draw(Images images, List<LayerOutput> layers, Prediction prediction) {
    float[] input = new float[images.shape().size()];
    images.pixels(0, input, 0);
    int height = 2 * MARGIN + height(images.shape());
    for (LayerOutput layer : layers) {
      height += height(layer.layer().output());
    }
    height += classes.size() * (TEXT + GAP) + MARGIN;
    BufferedImage picture = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, WIDTH, height);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, TEXT));
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    int top = MARGIN;
    row(graphics, top, "input", images.shape(), input);
    top += height(images.shape());
    for (LayerOutput layer : layers) {
      Shape shape = layer.layer().output();
      row(graphics, top, layer.layer().name(), shape, layer.values());
      top += height(shape);
    }
    bars(graphics, top, prediction);
    graphics.dispose();
    return picture;
  }

  private static int tile(Shape shape) {
    return shape.isVector() ? CELL : Math.max(1, TILE / shape.height());
  }

  private static int perRow(Shape shape) {
    return Math.max(1, (WIDTH - LABELS - MARGIN) / step(shape));
  }

  /** From a tile to the next one on its right. */
  private static int step(Shape shape) {
    return shape.isVector() ? CELL : shape.width() * tile(shape) + GAP;
  }

  private static int rowHeight(Shape shape) {
    return shape.isVector() ? CELL : shape.height() * tile(shape) + GAP;
  }

  private static int height(Shape shape) {
    int rows = (shape.channels() + perRow(shape) - 1) / perRow(shape);
    return Math.max(rows * rowHeight(shape), 2 * (TEXT + GAP)) + MARGIN;
  }

  private static void row(Graphics2D graphics, int top, String name, Shape shape, float[] values) {
    graphics.setColor(Color.BLACK);
    graphics.drawString(name, MARGIN, top + TEXT);
    graphics.setColor(Color.GRAY);
    graphics.drawString(shape.toString(), MARGIN, top + 2 * TEXT + GAP);
    float largest = 1e-12f;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int i = 0; i < values.length; i++) {
      int map = i / shape.plane();
      int y = i % shape.plane() / shape.width();
      int x = i % shape.width();
      int left = LABELS + map % perRow(shape) * step(shape) + x * tile(shape);
      int above = top + map / perRow(shape) * rowHeight(shape) + y * tile(shape);
      graphics.setColor(shade(values[i] / largest));
      graphics.fillRect(left, above, tile(shape), tile(shape));
    }
    frames(graphics, top, shape);
  }

  private static void frames(Graphics2D graphics, int top, Shape shape) {
    graphics.setColor(Color.LIGHT_GRAY);
    for (int map = 0; map < shape.channels(); map++) {
      int left = LABELS + map % perRow(shape) * step(shape);
      int above = top + map / perRow(shape) * rowHeight(shape);
      graphics.drawRect(
          left - 1, above - 1, shape.width() * tile(shape) + 1, shape.height() * tile(shape) + 1);
    }
  }

  /** From white to black for 0 … 1, to blue for 0 … −1. */
  private static Color shade(float value) {
    Color full = value < 0 ? NEGATIVE : Color.BLACK;
    float share = Math.abs(value);
    return new Color(
        Math.round(255 + share * (full.getRed() - 255)),
        Math.round(255 + share * (full.getGreen() - 255)),
        Math.round(255 + share * (full.getBlue() - 255)));
  }

  private void bars(Graphics2D graphics, int top, Prediction prediction) {
    graphics.setColor(Color.GRAY);
    graphics.drawString("probability", MARGIN, top + TEXT);
    for (int i = 0; i < classes.size(); i++) {
      int y = top + i * (TEXT + GAP);
      double probability = prediction.probabilities()[i];
      int width = (int) Math.round(probability * BAR);
      graphics.setColor(i == prediction.label() ? Color.BLACK : Color.GRAY);
      graphics.drawString(classes.get(i), LABELS, y + TEXT);
      graphics.fillRect(2 * LABELS, y + 2, width, TEXT);
      String percent = String.format(Locale.ROOT, "%.1f %%", 100 * probability);
      graphics.drawString(percent, 2 * LABELS + width + GAP, y + TEXT);
    }
  }
}
