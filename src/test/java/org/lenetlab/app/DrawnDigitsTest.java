package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.app.cli.ExitCode;

/** A network that has only ever seen MNIST is asked for digits that were drawn otherwise. */
final class DrawnDigitsTest {
  /** From 0 to 9, in a box of 100×100: M moves, L draws a line, C a curve. */
  private static final List<String> DIGITS =
      List.of(
          "M 50 8 C 15 8 15 92 50 92 C 85 92 85 8 50 8",
          "M 56 8 L 46 92",
          "M 22 30 C 22 2 80 2 78 32 C 76 55 24 75 20 90 L 82 90",
          "M 25 15 C 80 -4 88 44 45 47 C 92 48 90 106 22 84",
          "M 56 8 L 20 62 L 85 60 M 66 36 L 64 94",
          "M 76 12 L 34 12 L 28 46 C 88 32 92 104 24 86",
          "M 64 8 C 30 30 14 90 50 90 C 84 90 80 48 50 50 C 36 51 27 62 27 72",
          "M 20 14 L 80 14 L 42 92",
          "M 50 48 C 15 40 20 8 50 8 C 80 8 85 40 50 48 C 12 58 15 92 50 92 C 85 92 88 58 50 48",
          "M 74 30 C 70 6 28 6 27 32 C 26 58 70 56 74 30 L 68 92");

  /**
   * A way to draw.
   *
   * @param ending of the file, which says how it is kept
   * @param left edge of the digit's box in a picture of 480×360
   * @param top edge of the box
   * @param size of the box
   * @param pen how wide, in parts of 100 of the box
   */
  private record Hand(
      String name,
      String ending,
      Paint paper,
      Color ink,
      int left,
      int top,
      int size,
      double pen) {}

  private static final List<Hand> HANDS =
      List.of(
          new Hand("fineliner", "png", Color.WHITE, Color.BLACK, 120, 60, 240, 2.5),
          new Hand(
              "marker", "png", new Color(250, 244, 225), new Color(30, 60, 160), 10, 8, 200, 15),
          new Hand(
              "chalk", "jpeg", new Color(25, 60, 45), new Color(235, 235, 225), 330, 210, 130, 9),
          new Hand("pencil in a shadow", "jpeg", shadow(), new Color(70, 70, 75), 60, 40, 280, 6),
          new Hand(
              "red on grey",
              "png",
              new Color(180, 180, 180),
              new Color(170, 20, 30),
              250,
              20,
              90,
              11));

  @TempDir private static Path folder;

  private static Paint shadow() {
    return new GradientPaint(0, 0, new Color(245, 243, 235), 480, 360, new Color(150, 148, 142));
  }

  @Test
  void networkOfMnistReadsDigitsOfOtherHands() throws IOException {
    Assumptions.assumeTrue(
        System.getenv("LENET_DATA") != null, "LENET_DATA is not set: real data is not tested");
    for (Hand hand : HANDS) {
      for (int digit = 0; digit < DIGITS.size(); digit++) {
        draw(hand, digit);
      }
    }
    String results = folder.resolve("results").toString();
    Lenet run =
        Lenet.run(
            Stream.concat(
                    Stream.of("run", "experiments/articles/simoniu.yaml", "--results", results),
                    Stream.of("repeats=1", "training.epochs=2", "~expect")
                        .flatMap(change -> Stream.of("--set", change)))
                .toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
    Lenet predict =
        Lenet.run(
            "predict", "simoniu", folder.resolve("pictures").toString(), "--results", results);
    assertThat(predict.err()).isEmpty();
    List<String> wrong = predict.out().lines().skip(1).filter(DrawnDigitsTest::isWrong).toList();
    assertThat(predict.out().lines()).hasSize(1 + DIGITS.size() * HANDS.size());
    assertThat(wrong).as(wrong.stream().collect(Collectors.joining("\n"))).hasSizeLessThan(3);
  }

  /** The file is called by its digit. */
  private static boolean isWrong(String line) {
    List<String> cells = Splitter.on(',').splitToList(line);
    Path file = Path.of(cells.getFirst()).getFileName();
    return !file.toString().startsWith(cells.get(1));
  }

  private static void draw(Hand hand, int digit) throws IOException {
    BufferedImage image = new BufferedImage(480, 360, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setPaint(hand.paper);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.translate(hand.left, hand.top);
    graphics.scale(hand.size / 100.0, hand.size / 100.0);
    graphics.setColor(hand.ink);
    graphics.setStroke(
        new BasicStroke((float) hand.pen, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(path(DIGITS.get(digit)));
    graphics.dispose();
    Path file = folder.resolve("pictures/%d %s.%s".formatted(digit, hand.name, hand.ending));
    Files.createDirectories(file.getParent());
    ImageIO.write(image, hand.ending, file.toFile());
  }

  private static Path2D path(String words) {
    Path2D path = new Path2D.Double();
    Scanner in = new Scanner(words);
    while (in.hasNext()) {
      switch (in.next()) {
        case "M" -> path.moveTo(in.nextInt(), in.nextInt());
        case "L" -> path.lineTo(in.nextInt(), in.nextInt());
        case "C" ->
            path.curveTo(
                in.nextInt(), in.nextInt(), in.nextInt(), in.nextInt(), in.nextInt(), in.nextInt());
        case String other -> throw new IllegalArgumentException(other);
      }
    }
    return path;
  }
}
