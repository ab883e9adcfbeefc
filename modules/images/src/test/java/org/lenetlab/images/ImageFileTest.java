package org.lenetlab.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.api.network.Shape;

class ImageFileTest {
  @TempDir private Path folder;

  @Test
  void coloursAreReadByChannelAndAsTheGreyOfPillow() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0x0A64FA);
    image.setRGB(1, 0, 0xFF0000);

    assertThat(read(image, "png", 3)).containsExactly(10, 255, 100, 0, 250, 0);
    // Image.new("RGB", (1, 1), (10, 100, 250)).convert("L") in Pillow 9.4.0; (255, 0, 0) likewise
    assertThat(read(image, "png", 1)).containsExactly(90, 76);
  }

  @Test
  void greyIsTakenAsItIsStored() throws IOException {
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage deep = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
    int[] greys = {0, 77, 255};
    for (int x = 0; x < 3; x++) {
      image.getRaster().setSample(x, 0, 0, greys[x]);
      deep.getRaster().setSample(x, 0, 0, greys[x] * 257);
    }

    assertThat(read(image, "png", 1)).containsExactly(greys);
    assertThat(read(deep, "png", 1)).containsExactly(greys);
    assertThat(read(image, "png", 3)).containsExactly(0, 77, 255, 0, 77, 255, 0, 77, 255);
  }

  @Test
  void greyJpegsAreTakenAsTheyAreStored() throws IOException {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 256; i++) {
      image.getRaster().setSample(i % 16, i / 16, 0, 77);
    }

    assertThat(read(image, "jpeg", 1)).hasSize(256).containsOnly(77);
  }

  @Test
  void whatIsTransparentLiesOnWhite() throws IOException {
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x00000000);
    image.setRGB(1, 0, 0x80000000);
    image.setRGB(2, 0, 0xFF000000);

    assertThat(read(image, "png", 1)).containsExactly(255, 127, 0);
  }

  @Test
  void blackAndWhiteImagesAreRead() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
    image.setRGB(1, 0, 0xFFFFFF);

    assertThat(read(image, "png", 1)).containsExactly(0, 255);
  }

  private int[] read(BufferedImage image, String format, int channels) throws IOException {
    Path file = folder.resolve("image");
    assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
    byte[] pixels = new byte[channels * image.getWidth() * image.getHeight()];
    ImageFile.read(file, channels)
        .resizeInto(new Shape(channels, image.getHeight(), image.getWidth()), pixels, 0);
    return IntStream.range(0, pixels.length).map(i -> pixels[i] & 0xFF).toArray();
  }
}
