package org.lenetlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenetlab.api.data.ByteImages;
import org.lenetlab.api.data.FloatImages;
import org.lenetlab.api.data.Images;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.SpecException;

/** Compares with what Pillow 9.4.0 gave for {@code Image.resize(size, Image.BILINEAR)}. */
class ResizeTest {

  @ParameterizedTest
  @CsvSource({
    "28, 28, 32, 32, 17ab9464164f133bc25f3eec3499c544",
    "28, 28, 22, 22, 8002cf83c3cc551072e6c9cac841aa7c",
    "28, 28, 17, 40, 6aae6ca62e1c13f71e2512fe06f4b503",
    "28, 28, 5, 5, db855911a459125bc12bd9ae344087ef",
    "28, 28, 1, 1, 8d39dd7eef115ea6975446ef4082951f",
    "7, 3, 64, 2, a3422048a9930b9af46c29f0c6b070fd",
    "28, 28, 28, 20, ee57bebb47bc44c873f1c70ca7d6bfaa",
    "100, 80, 28, 28, 03528e5d4b73710684903b5c54dda63d",
  })
  void bytesAreThoseOfPillow(int width, int height, int toWidth, int toHeight, String md5) {
    byte[] resized = resize(pattern(width, height), width, height, toWidth, toHeight);

    assertThat(TinyDigits.md5(resized)).isEqualTo(md5);
  }

  @Test
  void aSmallTableIsThatOfPillow() {
    assertThat(unsigned(resize(pattern(4, 3), 4, 3, 6, 5)))
        .containsExactly(
            0, 12, 30, 53, 82, 105, 65, 86, 98, 65, 88, 120, 162, 196, 200, 83, 98, 143, 211, 182,
            153, 154, 136, 118, 244, 172, 121, 202, 162, 101);
    assertThat(unsigned(resize(pattern(6, 5), 6, 5, 3, 2)))
        .containsExactly(97, 139, 163, 80, 139, 146);
  }

  @Test
  void floatsAreThoseOfPillow() {
    float[] values = new float[12];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (i * i * 0.37 - 1.3);
    }

    Images resized = new Resize(List.of(2, 6)).apply(new FloatImages(new Shape(1, 3, 4), values));

    assertThat(((FloatImages) resized).values())
        .containsExactly(
            0.91999996f,
            1.66f,
            2.77f,
            4.25f,
            6.1f,
            7.58f,
            15.719999f,
            18.31f,
            21.886667f,
            25.833336f,
            30.15f,
            33.48f);
  }

  @Test
  void everyImageAndChannelIsResizedByItself() {
    byte[] image = pattern(28, 28);
    byte[] inverse = image.clone();
    for (int i = 0; i < inverse.length; i++) {
      inverse[i] = (byte) ~inverse[i];
    }
    byte[] four = new byte[4 * image.length];
    for (int i = 0; i < 4; i++) {
      System.arraycopy(i == 2 ? inverse : image, 0, four, i * image.length, image.length);
    }

    Images resized = new Resize(List.of(32)).apply(new ByteImages(new Shape(2, 28, 28), four, 7));

    assertThat(resized.shape()).isEqualTo(new Shape(2, 32, 32));
    assertThat(resized.background()).isEqualTo(7);
    byte[] one = resize(image, 28, 28, 32, 32);
    byte[] other = resize(inverse, 28, 28, 32, 32);
    assertThat(((ByteImages) resized).bytes())
        .containsSequence(one)
        .endsWith(one)
        .startsWith(one)
        .containsSequence(other);
  }

  @Test
  void aSizeIsOneNumberOrHeightAndWidth() {
    Shape shape = new Shape(3, 10, 20);
    assertThat(new Resize(List.of(5)).apply(shape)).isEqualTo(new Shape(3, 5, 5));
    assertThat(new Resize(List.of(5, 6)).apply(shape)).isEqualTo(new Shape(3, 5, 6));
    assertThatThrownBy(() -> new Resize(List.of(1, 2, 3)))
        .isInstanceOf(SpecException.class)
        .hasMessage("size: expected one number or [height, width], not [1, 2, 3]");
    assertThatThrownBy(() -> new Resize(List.of(1, 0)))
        .isInstanceOf(SpecException.class)
        .hasMessage("size/1: expected 1 … 4096 pixels, not 0");
  }

  private static int[] unsigned(byte[] bytes) {
    return IntStream.range(0, bytes.length).map(i -> bytes[i] & 0xFF).toArray();
  }

  /** The bytes given to Pillow. */
  private static byte[] pattern(int width, int height) {
    byte[] bytes = new byte[width * height];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) ((i * 37 + i * i * 11) >> 1);
    }
    return bytes;
  }

  private static byte[] resize(byte[] image, int width, int height, int toWidth, int toHeight) {
    Images images = new ByteImages(new Shape(1, height, width), image, 0);
    return ((ByteImages) new Resize(List.of(toHeight, toWidth)).apply(images)).bytes();
  }
}
