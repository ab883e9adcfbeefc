package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.app.cli.ExitCode;

final class PredictCommandTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void trains() throws IOException {
    Path file = folder.resolve("small.yaml");
    Files.writeString(
        file,
        """
        name: small
        dataset: {name: synthetic-digits, training: 1500, test: 20}
        architecture: {name: lenet5-modern, activation: relu, pooling: max, padding: 2}
        optimizer: {name: adam, learning-rate: 0.003}
        training: {epochs: 3, batch-size: 25}
        """);
    Lenet run =
        Lenet.run("run", file.toString(), "--results", folder.resolve("results").toString());
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
    Files.createDirectories(folder.resolve("pictures"));
    draw("pictures/one.png", "png", Color.WHITE, Color.BLACK);
    draw("pictures/board.jpg", "jpeg", new Color(30, 60, 40), Color.WHITE);
  }

  /** A digit 1: a vertical stroke off the middle. */
  private static void draw(String name, String format, Color paper, Color ink) throws IOException {
    BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(paper);
    graphics.fillRect(0, 0, 300, 200);
    graphics.setColor(ink);
    graphics.setStroke(new BasicStroke(14, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.drawLine(210, 40, 205, 150);
    graphics.dispose();
    ImageIO.write(image, format, folder.resolve(name).toFile());
  }

  private static Lenet predict(String... words) {
    String[] arguments = new String[words.length + 4];
    arguments[0] = "predict";
    arguments[1] = "small";
    arguments[2] = "--results";
    arguments[3] = folder.resolve("results").toString();
    System.arraycopy(words, 0, arguments, 4, words.length);
    return Lenet.run(arguments);
  }

  @Test
  void drawsWhatTheNetworkSeesAndTheProbabilities() {
    String picture = folder.resolve("pictures/one.png").toString();
    Lenet run = predict(picture);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(picture + ": 1 (")
        .contains("██")
        .containsPattern("(?m)^9 +0.\\d %");
    assertThat(run.code()).isEqualTo(ExitCode.SUCCESS);
  }

  @Test
  void folderBecomesATable() {
    Lenet run = predict(folder.resolve("pictures").toString());
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst()).isEqualTo("file,class,probability,0,1,2,3,4,5,6,7,8,9");
    assertThat(lines.get(1)).contains("board.jpg,1,0.");
    assertThat(lines.get(2)).contains("one.png,1,");
  }

  @Test
  void layersAreDrawn() throws IOException {
    Path layers = folder.resolve("layers.png");
    Lenet run =
        predict(folder.resolve("pictures/one.png").toString(), "--layers", layers.toString());
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
    BufferedImage picture = ImageIO.read(layers.toFile());
    assertThat(picture.getWidth()).isGreaterThan(600);
    assertThat(picture.getHeight()).isGreaterThan(400);
  }

  @Test
  void brokenPicturesAreNamedAndTheOthersPredicted() throws IOException {
    Path torn = Files.writeString(folder.resolve("torn.png"), "no picture");
    Path whole = folder.resolve("pictures/one.png");
    byte[] cut = Files.readAllBytes(whole);
    Path half = Files.write(folder.resolve("half.png"), Arrays.copyOf(cut, 60));
    BufferedImage white = new BufferedImage(50, 50, BufferedImage.TYPE_BYTE_GRAY);
    white.getGraphics().setColor(Color.WHITE);
    ImageIO.write(white, "png", folder.resolve("empty.png").toFile());
    Lenet run =
        predict(
            torn.toString(),
            half.toString(),
            folder.resolve("empty.png").toString(),
            whole.toString());
    assertThat(run.err())
        .contains(torn + ": cannot be read: neither PNG nor JPEG")
        .contains(half + ": cannot be read: ")
        .contains("empty.png: nothing stands out from the background");
    assertThat(run.out()).startsWith(whole + ": 1 (");
    assertThat(run.code()).isEqualTo(ExitCode.USER_MISTAKE);
  }

  @Test
  void mistakesSayWhatWasExpected() {
    assertThat(predict().err()).contains("expected a run and at least one picture");
    assertThat(predict(folder.resolve("pictures/on.png").toString()).err())
        .contains("there is no picture ", "did you mean 'one.png'?");
    assertThat(predict(folder.resolve("results").toString()).err())
        .contains("there are no pictures (png, jpg) in ");
    assertThat(predict(folder.resolve("pictures").toString(), "--layers", "x.png").err())
        .contains("--layers: expected one picture, not 2");
    String one = folder.resolve("pictures/one.png").toString();
    assertThat(predict(one, "--prepare", "digits").err()).contains("did you mean 'digit'?");
    assertThat(predict(one, "--prepare", "none").err()).contains("is 1@200×300, expected 1@28×28");
  }
}
