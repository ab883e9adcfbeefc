package org.lenetlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lenetlab.api.data.Augmentation;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.SpecException;

class AugmentationTest {
  private static final Shape SHAPE = new Shape(2, 9, 7);
  private static final Shape ROW = new Shape(1, 1, 5);
  private static final float BACKGROUND = 3;

  static List<Augmentation> all() {
    return List.of(
        new Rotate(30),
        new Affine(2, List.of(0.85, 1.15), 0.15, 0.3, 10, 1),
        new Shift(3),
        new Flip(Flip.Direction.HORIZONTAL, 0.5),
        new Flip(Flip.Direction.VERTICAL, 0.5));
  }

  @ParameterizedTest
  @MethodSource("all")
  void theChangeIsAFunctionOfSeedEpochAndExample(Augmentation augmentation) {
    Set<List<Float>> results = new HashSet<>();
    for (int example = 0; example < 20; example++) {
      float[] once = apply(augmentation, SHAPE, ramp(SHAPE), example);
      assertThat(apply(augmentation, SHAPE, ramp(SHAPE), example)).containsExactly(once);
      results.add(boxed(once));
    }
    assertThat(results).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @MethodSource("all")
  void anImageOfNothingButBackgroundStaysSo(Augmentation augmentation) {
    float[] empty = new float[SHAPE.size()];
    Arrays.fill(empty, BACKGROUND);

    for (int example = 0; example < 20; example++) {
      assertThat(apply(augmentation, SHAPE, empty, example)).containsExactly(empty);
    }
  }

  @Test
  void amountsOfNothingChangeNothing() {
    float[] image = ramp(SHAPE);
    assertThat(apply(new Rotate(0), SHAPE, image, 1)).containsExactly(image);
    assertThat(apply(new Shift(0), SHAPE, image, 1)).containsExactly(image);
    assertThat(apply(new Affine(0, List.of(1.0, 1.0), 0, 0, 0, 1), SHAPE, image, 1))
        .containsExactly(image);
    assertThat(apply(new Affine(5, List.of(0.5, 2.0), 0.5, 1, 90, 0), SHAPE, image, 1))
        .containsExactly(image);
  }

  @Test
  void aQuarterTurnMovesPixelsToTheNextSide() {
    Shape square = new Shape(1, 3, 3);
    float[] turned = new float[9];

    PlanarMap.about(square, 0, 1, 1, Math.PI / 2, 0, 0)
        .apply(square, new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, turned, 0);

    float[] expected = {7, 4, 1, 8, 5, 2, 9, 6, 3};
    for (int i = 0; i < expected.length; i++) {
      assertThat(turned[i]).isCloseTo(expected[i], within(1e-5f));
    }
  }

  @Test
  void aPlanarMapShearsThenScalesThenRotatesThenShifts() {
    Shape shape = new Shape(1, 41, 41);
    PlanarMap map = PlanarMap.about(shape, 0.25, 1.5, 0.8, 0.3, 2, -3);
    double x = 4;
    double y = -5;
    double scaledX = 1.5 * (x + 0.25 * y);
    double scaledY = 0.8 * y;
    float toX = (float) (20 + Math.cos(0.3) * scaledX - Math.sin(0.3) * scaledY + 2);
    float toY = (float) (20 + Math.sin(0.3) * scaledX + Math.cos(0.3) * scaledY - 3);

    assertThat(map.xx() * toX + map.xy() * toY + map.x0()).isCloseTo(24, within(1e-4f));
    assertThat(map.yx() * toX + map.yy() * toY + map.y0()).isCloseTo(15, within(1e-4f));
  }

  @Test
  void halfAPixelIsInterpolatedAndTheBorderMixesWithTheBackground() {
    float[] shifted = new float[5];

    PlanarMap.about(ROW, 0, 1, 1, 0, 0.5, 0)
        .apply(ROW, new float[] {10, 20, 40, 40, 60}, shifted, 2);

    assertThat(shifted).containsExactly(6, 15, 30, 40, 50);
  }

  @Test
  void shiftsAreWholePixelsInBothDirections() {
    Set<List<Float>> results = new HashSet<>();
    for (int example = 0; example < 200; example++) {
      results.add(
          boxed(apply(new Shift(2), new Shape(1, 3, 3), ramp(new Shape(1, 3, 3)), example)));
    }

    assertThat(results)
        .hasSize(25)
        .contains(
            List.of(3f, 3f, 3f, 3f, 3f, 0f, 3f, 3f, 3f),
            List.of(4f, 5f, 3f, 7f, 8f, 3f, 3f, 3f, 3f));
  }

  @Test
  void flipsMirrorEveryChannel() {
    Shape shape = new Shape(2, 2, 2);
    float[] image = {0, 1, 2, 3, 4, 5, 6, 7};
    assertThat(apply(new Flip(Flip.Direction.HORIZONTAL, 1), shape, image, 0))
        .containsExactly(1, 0, 3, 2, 5, 4, 7, 6);
    assertThat(apply(new Flip(Flip.Direction.VERTICAL, 1), shape, image, 0))
        .containsExactly(2, 3, 0, 1, 6, 7, 4, 5);
    assertThat(apply(new Flip(Flip.Direction.VERTICAL, 0), shape, image, 0)).containsExactly(image);
  }

  @Test
  void flipWarnsOfDigitsOnly() {
    Flip flip = new Flip(Flip.Direction.VERTICAL, 0);
    assertThat(flip.warning(List.of("1", "2"))).contains("a mirrored 2 is no 2");
    assertThat(flip.warning(List.of("bag", "ankle boot"))).isEmpty();
  }

  @Test
  void aShareOfTheImagesIsChanged() {
    Augmentation affine = new Affine(2, List.of(0.85, 1.15), 0.15, 0.3, 0, 0.9);
    int changed = 0;
    for (int example = 0; example < 1000; example++) {
      float[] image = ramp(SHAPE);
      if (!Arrays.equals(apply(affine, SHAPE, image, example), image)) {
        changed++;
      }
    }
    assertThat(changed).isBetween(860, 940);
  }

  @Test
  void wrongFactorsAreRefused() {
    assertThatThrownBy(() -> new Affine(0, List.of(1.1, 0.9), 0, 0, 0, 1))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("scale: expected the smallest and the largest factor");
  }

  private static float[] apply(Augmentation augmentation, Shape shape, float[] image, int example) {
    float[] result = new float[image.length];
    RandomStream random = new RandomStream(7, "augmentation").at(1, example);
    augmentation.apply(shape, image, result, BACKGROUND, random);
    return result;
  }

  private static float[] ramp(Shape shape) {
    float[] image = new float[shape.size()];
    for (int i = 0; i < image.length; i++) {
      image[i] = i;
    }
    return image;
  }

  private static List<Float> boxed(float[] values) {
    List<Float> list = new ArrayList<>();
    for (float value : values) {
      list.add(value);
    }
    return list;
  }
}
