package org.lenetlab.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.api.data.ByteImages;
import org.lenetlab.api.random.RandomStream;

/** A seven drawn in many ways becomes nearly the same image. */
final class DigitImageTest {
  private static final int SIDE = 28;

  /** Mean difference per pixel, of 255: a seven shifted by one pixel differs by about 20. */
  private static final double SIMILAR = 9;

  @TempDir private Path folder;

  private static BufferedImage paper(Color color) {
    BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
    fill(image, color);
    return image;
  }

  private static void fill(BufferedImage image, Color color) {
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(color);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.dispose();
  }

  private static void drawSeven(BufferedImage on, double x, double y, double size, Color ink) {
    Graphics2D graphics = on.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(ink);
    graphics.setStroke(
        new BasicStroke((float) (size / 7), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Path2D seven = new Path2D.Double();
    seven.moveTo(x, y);
    seven.lineTo(x + 0.6 * size, y);
    seven.lineTo(x + 0.2 * size, y + size);
    graphics.draw(seven);
    graphics.dispose();
  }

  private int[] digit(BufferedImage picture) throws IOException {
    Path file = folder.resolve("picture.png");
    ImageIO.write(picture, "png", file.toFile());
    ByteImages image = DigitImage.of(ImageFile.read(file, 1));
    return IntStream.range(0, SIDE * SIDE).map(i -> image.bytes()[i] & 0xFF).toArray();
  }

  private int[] seven(Color paper, Color ink, Consumer<BufferedImage> change) throws IOException {
    BufferedImage picture = paper(paper);
    drawSeven(picture, 100, 60, 100, ink);
    change.accept(picture);
    return digit(picture);
  }

  private int[] plain() throws IOException {
    return seven(Color.WHITE, Color.BLACK, picture -> {});
  }

  private static double difference(int[] first, int[] second) {
    return IntStream.range(0, first.length)
        .map(i -> Math.abs(first[i] - second[i]))
        .average()
        .orElseThrow();
  }

  @Test
  void fitsTheBoxAndIsCentredByMass() throws IOException {
    int[] digit = plain();
    int[] ink = IntStream.range(0, digit.length).filter(i -> digit[i] > 0).toArray();
    int height = ink[ink.length - 1] / SIDE - ink[0] / SIDE + 1;
    assertThat(height).isBetween(19, 20);
    double mass = 0;
    double row = 0;
    double column = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        mass += digit[y * SIDE + x];
        row += (y + 0.5) * digit[y * SIDE + x];
        column += (x + 0.5) * digit[y * SIDE + x];
      }
    }
    assertThat(row / mass).isCloseTo(14, within(0.6));
    assertThat(column / mass).isCloseTo(14, within(0.6));
    assertThat(IntStream.of(digit).max()).hasValue(255);
  }

  @Test
  void colourOfInkAndPaperDoesNotMatter() throws IOException {
    Color board = new Color(40, 70, 50);
    assertThat(difference(seven(Color.BLACK, Color.WHITE, p -> {}), plain())).isLessThan(SIMILAR);
    assertThat(difference(seven(board, Color.LIGHT_GRAY, p -> {}), plain())).isLessThan(SIMILAR);
    assertThat(difference(seven(Color.WHITE, new Color(60, 90, 200), p -> {}), plain()))
        .isLessThan(SIMILAR);
    assertThat(difference(seven(new Color(220, 215, 190), Color.GRAY, p -> {}), plain()))
        .isLessThan(SIMILAR);
  }

  @Test
  void placeAndSizeDoNotMatter() throws IOException {
    BufferedImage corner = paper(Color.WHITE);
    drawSeven(corner, 12, 10, 60, Color.BLACK);
    assertThat(difference(digit(corner), plain())).isLessThan(SIMILAR);
    BufferedImage large = paper(Color.WHITE);
    drawSeven(large, 80, 20, 200, Color.BLACK);
    assertThat(difference(digit(large), plain())).isLessThan(SIMILAR);
  }

  @Test
  void shadowsAndGrainDoNotMatter() throws IOException {
    int[] digit =
        seven(
            Color.WHITE,
            Color.BLACK,
            picture -> {
              RandomStream random = new RandomStream(1, "grain");
              for (int y = 0; y < picture.getHeight(); y++) {
                for (int x = 0; x < picture.getWidth(); x++) {
                  double light = (x > 140 ? 0.6 : 0.9) - 0.2 * y / picture.getHeight();
                  double grey = (picture.getRGB(x, y) & 0xFF) * light + random.uniform(-8, 8);
                  int value = (int) Math.clamp(grey, 0, 255);
                  picture.setRGB(x, y, value << 16 | value << 8 | value);
                }
              }
            });
    assertThat(difference(digit, plain())).isLessThan(SIMILAR);
  }

  @Test
  void specksAndWhatReachesInFromTheBorderAreLeftOut() throws IOException {
    int[] digit =
        seven(
            Color.WHITE,
            Color.BLACK,
            picture -> {
              Graphics2D graphics = picture.createGraphics();
              graphics.setColor(Color.BLACK);
              graphics.fillRect(20, 20, 4, 4);
              graphics.fillRect(0, 200, 320, 40);
              graphics.dispose();
            });
    assertThat(difference(digit, plain())).isLessThan(SIMILAR);
  }

  @Test
  void emptyPaperShowsNoDigit() {
    assertThatThrownBy(() -> digit(paper(Color.WHITE)))
        .isInstanceOf(NoDigitException.class)
        .hasMessage("nothing stands out from the background");
  }
}
