package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.ExitCode;

final class DataCommandsTest {
  private static final String QUICKSTART = Project.file("experiments/quickstart.yaml").toString();

  @TempDir private Path folder;

  private static void needsRealData() {
    assumeTrue(System.getenv("LENET_DATA") != null, "needs MNIST in the folder LENET_DATA");
  }

  @Test
  void digitIsDrawnAndItsBytesPrinted() {
    Lenet run = Lenet.run("data", "show", QUICKSTART, "3");
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("synthetic digits, training image 3: label ")
        .contains("█")
        .containsPattern("(?m)^(\\p{XDigit}{2} ){27}\\p{XDigit}{2}$");
    assertThat(run.out().lines()).hasSize(1 + 28 + 1 + 28);
  }

  @Test
  void valuesThatAreNotZeroAreColouredOnATerminal() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Main.run(List.of("data", "show", QUICKSTART, "3"), new Console(stream, stream, false, true));
    assertThat(out.toString(StandardCharsets.UTF_8))
        .containsPattern("00 \u001b\\[36m\\p{XDigit}{2}\u001b\\[0m")
        .doesNotContain("\u001b[36m00");
  }

  @Test
  void pictureIsWrittenAsPngAndSvg() throws IOException {
    Path png = folder.resolve("digit.png");
    Path svg = folder.resolve("digit.svg");
    Lenet.run("data", "show", QUICKSTART, "3", "--png", png.toString(), "--svg", svg.toString());
    BufferedImage image = ImageIO.read(png.toFile());
    assertThat(image.getWidth()).isEqualTo(280);
    assertThat(svg).content().startsWith("<svg ").contains("fill=\"#").endsWith("</svg>\n");
  }

  @Test
  void firstImageOfMnistIsAFive() {
    needsRealData();
    Lenet run = Lenet.run("data", "show", "mnist", "0");
    assertThat(run.out())
        .contains("MNIST, training image 0: label 5, 1@28×28")
        .contains("00 00 03 12 12 12 7e 88 af 1a a6 ff f7 7f 00");
    assertThat(Lenet.run("data", "show", "fashion-mnist", "0", "--split", "test").out())
        .contains("label 9 (ankle boot)");
  }

  @Test
  void realFilesAreVerified() {
    needsRealData();
    Lenet run = Lenet.run("data", "verify", "mnist", "fashion-mnist");
    assertThat(run.code()).isEqualTo(ExitCode.SUCCESS);
    assertThat(run.out().lines()).hasSize(8).allMatch(line -> line.contains("  ok  "));
  }

  @Test
  void brokenFilesAreReported() throws IOException {
    Path mnist = Files.createDirectories(folder.resolve("mnist"));
    Files.writeString(mnist.resolve("train-labels-idx1-ubyte"), "torn");
    Lenet run = Lenet.run("data", "verify", "mnist", "--data-dir", folder.toString());
    assertThat(run.code()).isEqualTo(ExitCode.MACHINE_FAULT);
    assertThat(run.out()).containsPattern("problem .*train-labels-idx1-ubyte");
  }

  @Test
  void withoutNamesDatasetsThatAreNotHereAreNoFailure() {
    Lenet run = Lenet.run("data", "verify", "--data-dir", folder.toString());
    assertThat(run.out().lines().map(line -> line.indexOf("not here; fetch it with")).distinct())
        .as("aligned")
        .hasSize(1)
        .allMatch(column -> column > 0);
    assertThat(run.code()).isEqualTo(ExitCode.SUCCESS);
  }

  @Test
  void fetchingOfflineSaysWhereToPutTheFiles() {
    Lenet run = Lenet.run("data", "fetch", "mnist", "--offline", "--data-dir", folder.toString());
    assertThat(run.code()).isEqualTo(ExitCode.MACHINE_FAULT);
    assertThat(run.err()).contains("train-images-idx3-ubyte", folder.resolve("mnist").toString());
  }

  @Test
  void mistakesSayWhatWasExpected() {
    assertThat(Lenet.run("data").err()).contains("data fetch, data show, data verify");
    assertThat(Lenet.run("data", "fecth").err()).contains("did you mean 'data fetch'?");
    assertThat(Lenet.run("data", "fetch").err()).contains("expected the name of a data set");
    assertThat(Lenet.run("data", "fetch", "mnits").err()).contains("did you mean 'mnist'?");
    assertThat(Lenet.run("data", "show", QUICKSTART, "99999").err())
        .contains("expected the number of an image, 0 … 9999, not '99999'");
    assertThat(Lenet.run("data", "show", QUICKSTART, "1", "--split", "both").err())
        .contains("--split: expected training or test");
    assertThat(Lenet.run("data", "show", "mnist").code()).isEqualTo(ExitCode.USER_MISTAKE);
  }

  @Test
  void pictureThatCannotBeWrittenIsTheMachinesFault() {
    Lenet run = Lenet.run("data", "show", QUICKSTART, "1", "--png", folder + "/none/x.png");
    assertThat(run.code()).isEqualTo(ExitCode.MACHINE_FAULT);
    assertThat(run.err()).contains("none/x.png: No Such File");
  }
}
