package org.lenetlab.report;

import de.erichseifert.vectorgraphics2d.Document;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A drawing of lines and areas, without a background.
 *
 * @param width in pixels of a screen
 * @param height in pixels of a screen
 * @param painter draws it, and may be asked to several times
 */
record Drawing(int width, int height, Consumer<Graphics2D> painter) implements Picture {
  private static final int PIXELS_PER_UNIT = 2;

  /** As an SVG file of its own, in the colours for light paper. */
  String svg() {
    VectorGraphics2D graphics = new VectorGraphics2D();
    painter.accept(graphics);
    Document document =
        new SVGProcessor().getDocument(graphics.getCommands(), new PageSize(0, 0, width, height));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      document.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /**
   * As an element of a page, in the colours of its style sheet.
   *
   * @param name unlike that of other drawings of the page
   * @param words that say what it shows
   */
  String element(String name, String words) {
    String svg = svg();
    String content = svg.substring(svg.indexOf('>', svg.indexOf("<svg")) + 1);
    for (Map.Entry<String, String> colour : Palette.variables().entrySet()) {
      content = content.replace(colour.getKey(), colour.getValue());
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %d %d\" aria-label=\"%s\">"
            .formatted(width, height, Page.escaped(words))
        + content.replaceAll("(id=\"|url\\(#)clip", "$1" + name + "-clip");
  }

  @Override
  public byte[] png() {
    BufferedImage image =
        new BufferedImage(
            PIXELS_PER_UNIT * width, PIXELS_PER_UNIT * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(PIXELS_PER_UNIT, PIXELS_PER_UNIT);
    painter.accept(graphics);
    graphics.dispose();
    return Raster.png(image);
  }
}
