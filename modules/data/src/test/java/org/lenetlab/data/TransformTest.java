package org.lenetlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lenetlab.api.data.ByteImages;
import org.lenetlab.api.data.FloatImages;
import org.lenetlab.api.data.Images;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.SpecException;

class TransformTest {
  private static final List<Double> BYTE_RANGE = List.of(0.0, 255.0);

  @Test
  void padAddsBackgroundAroundEveryChannel() {
    Images padded = new Pad(1).apply(bytes(new Shape(2, 1, 2), 9, 1, 2, 3, 4, 5, 6, 7, 8));

    assertThat(padded.shape()).isEqualTo(new Shape(2, 3, 4));
    assertThat(padded.count()).isEqualTo(2);
    assertThat(pixels(padded, 1))
        .containsExactly(9, 9, 9, 9, 9, 5, 6, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 7, 8, 9, 9, 9, 9, 9);
  }

  @Test
  void padAddsZerosAroundFloats() {
    Images padded = new Pad(1).apply(new FloatImages(new Shape(1, 1, 1), new float[] {0.5f}));

    assertThat(values(padded, 0)).containsExactly(0, 0, 0, 0, 0.5f, 0, 0, 0, 0);
  }

  @Test
  void invertSwapsDarkAndLightAndTheBackground() {
    Images inverted = new Invert().apply(bytes(new Shape(1, 1, 3), 0, 0, 100, 255));

    assertThat(pixels(inverted, 0)).containsExactly(255, 155, 0);
    assertThat(inverted.background()).isEqualTo(255);
    assertThatThrownBy(() -> new Invert().apply(floats(1, 1)))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("works on bytes");
  }

  @Test
  void rangeCountsInBytesUntilTheyAreMapped() {
    Images images = bytes(new Shape(1, 1, 2), 0, 0, 255);

    Images once = new ToRange(BYTE_RANGE, List.of(-0.1, 1.175)).apply(images);
    assertThat(values(once, 0)).containsExactly(-0.1f, 1.175f);

    Images unit = new ToRange(BYTE_RANGE, List.of(0.0, 1.0)).apply(images);
    Images twice = new ToRange(List.of(0.0, 1.0), List.of(-1.0, 3.0)).apply(unit);
    assertThat(values(twice, 0)).containsExactly(-1, 3);
  }

  @Test
  void rangeOfFloatsCountsInTheirValues() {
    Images mapped = new ToRange(List.of(1.0, 3.0), List.of(0.0, 1.0)).apply(floats(1, 2, 3));

    assertThat(values(mapped, 0)).containsExactly(0, 0.5f, 1);
  }

  @Test
  void normalizeIsThatOfTorchvision() {
    Images normalized =
        new Normalize(List.of(0.1307), List.of(0.3081))
            .apply(bytes(new Shape(1, 1, 3), 0, 0, 128, 255));

    int[] bytes = {0, 128, 255};
    for (int i = 0; i < bytes.length; i++) {
      float expected = (bytes[i] / 255f - 0.1307f) / 0.3081f;
      assertThat(values(normalized, 0)[i]).isCloseTo(expected, within(1e-6f));
    }
  }

  @Test
  void normalizeTakesOneNumberPerChannel() {
    Normalize perChannel = new Normalize(List.of(0.0, 1.0), List.of(1.0, 0.5));

    Images normalized = perChannel.apply(bytes(new Shape(2, 1, 1), 0, 255, 0));

    assertThat(values(normalized, 0)).containsExactly(1, -2);
    assertThatThrownBy(() -> perChannel.apply(new Shape(3, 1, 1)))
        .isInstanceOf(SpecException.class)
        .hasMessage("mean: 2 numbers do not fit images of 3: expected 1 or 3");
  }

  @Test
  void normalizeComesAfterRange() {
    Images unit =
        new ToRange(BYTE_RANGE, List.of(-1.0, 1.0)).apply(bytes(new Shape(1, 1, 1), 0, 255));

    assertThat(values(new Normalize(List.of(0.5), List.of(2.0)).apply(unit), 0))
        .containsExactly(0.25f);
  }

  @Test
  void mappedImagesGiveTheSameValuesByPixel() {
    Images images =
        new Normalize(List.of(0.5, 0.1), List.of(0.5, 0.3))
            .apply(bytes(new Shape(2, 1, 2), 0, 1, 2, 3, 4));
    float[] pixels = pixels(images, 0);

    images.mapPixels(pixels, 0);

    assertThat(pixels).containsExactly(values(images, 0));
  }

  @Test
  void wrongNumbersAreRefused() {
    assertThatThrownBy(() -> new ToRange(List.of(1.0, 1.0), BYTE_RANGE))
        .isInstanceOf(SpecException.class)
        .hasMessage("from: expected two different numbers");
    assertThatThrownBy(() -> new ToRange(BYTE_RANGE, List.of(1.0)))
        .isInstanceOf(SpecException.class)
        .hasMessage("to: expected two numbers, as in [0, 255], not [1.0]");
    assertThatThrownBy(() -> new Normalize(List.of(0.5), List.of(1.0, 0.0)))
        .isInstanceOf(SpecException.class)
        .hasMessage("sd: expected numbers other than 0");
  }

  @Test
  void theGivenImagesAreLeftAsTheyAre() {
    ByteImages images = bytes(new Shape(1, 1, 2), 0, 10, 20);

    new Invert().apply(images);
    new ToRange(BYTE_RANGE, List.of(0.0, 1.0)).apply(images);

    assertThat(images.bytes()).containsExactly(10, 20);
    assertThat(images.mapped()).isFalse();
  }

  private static ByteImages bytes(Shape shape, int background, int... pixels) {
    byte[] bytes = new byte[pixels.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) pixels[i];
    }
    return new ByteImages(shape, bytes, background);
  }

  private static FloatImages floats(float... values) {
    return new FloatImages(new Shape(1, 1, values.length), values);
  }

  private static float[] pixels(Images images, int index) {
    float[] pixels = new float[images.shape().size()];
    images.pixels(index, pixels, 0);
    return pixels;
  }

  private static float[] values(Images images, int index) {
    float[] values = new float[images.shape().size()];
    images.values(index, values, 0);
    return values;
  }
}
