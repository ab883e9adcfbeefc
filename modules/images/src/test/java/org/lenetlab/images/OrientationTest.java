package org.lenetlab.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.api.network.Shape;

final class OrientationTest {
  /** Two rows: 1 2 3, 4 5 6. */
  private static final byte[] PIXELS = {1, 2, 3, 4, 5, 6};

  @TempDir private Path folder;

  private static byte[] turned(int tag) {
    return Orientation.of(tag).apply(new ImageFile(new Shape(1, 2, 3), PIXELS)).pixels();
  }

  @Test
  void eightValuesOfTheTagAreUndone() {
    assertThat(turned(1)).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(turned(2)).containsExactly(3, 2, 1, 6, 5, 4);
    assertThat(turned(3)).containsExactly(6, 5, 4, 3, 2, 1);
    assertThat(turned(4)).containsExactly(4, 5, 6, 1, 2, 3);
    assertThat(turned(5)).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(turned(6)).containsExactly(4, 1, 5, 2, 6, 3);
    assertThat(turned(7)).containsExactly(6, 3, 5, 2, 4, 1);
    assertThat(turned(8)).containsExactly(3, 6, 2, 5, 1, 4);
  }

  @Test
  void photographIsTurnedAsItsExifDataSays() throws IOException {
    BufferedImage image = new BufferedImage(64, 32, BufferedImage.TYPE_BYTE_GRAY);
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", jpeg);
    byte[] plain = jpeg.toByteArray();
    byte[] exif = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0, // segment of 34 bytes
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8, // big-endian, the first directory at byte 8
      0,
      1,
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      6,
      0,
      0,
      0,
      0,
      0,
      0 // orientation 6
    };
    ByteArrayOutputStream turned = new ByteArrayOutputStream();
    turned.write(plain, 0, 2);
    turned.write(exif);
    turned.write(plain, 2, plain.length - 2);
    Path file = Files.write(folder.resolve("photo.jpg"), turned.toByteArray());
    assertThat(ImageFile.read(file, 1).shape()).isEqualTo(new Shape(1, 64, 32));
  }
}
