package org.lenetlab.data;

import java.util.List;
import org.lenetlab.api.data.Augmentation;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Range;
import org.lenetlab.api.spec.Shorthand;

/** {@code flip}: mirrors an image, or leaves it as it is. */
@Doc("mirrors images at random; changes what digits and letters mean")
@Shorthand("direction")
record Flip(
    @Doc("horizontal: left and right change places; vertical: top and bottom")
        @Default("horizontal")
        Direction direction,
    @Doc("share of the images that is mirrored") @Default("0.5") @Range(min = 0, max = 1) double p)
    implements Augmentation {

  enum Direction {
    HORIZONTAL,
    VERTICAL
  }

  @Override
  public void apply(Shape shape, float[] from, float[] to, float background, RandomStream random) {
    if (random.nextDouble() >= p) {
      System.arraycopy(from, 0, to, 0, shape.size());
      return;
    }
    int width = shape.width();
    int height = shape.height();
    for (int row = 0; row < shape.channels() * height; row++) {
      int y = row % height;
      switch (direction) {
        case HORIZONTAL -> reverse(from, to, row * width, width);
        case VERTICAL ->
            System.arraycopy(from, row * width, to, (row - y + height - 1 - y) * width, width);
      }
    }
  }

  private static void reverse(float[] from, float[] to, int start, int width) {
    for (int x = 0; x < width; x++) {
      to[start + x] = from[start + width - 1 - x];
    }
  }

  @Override
  public String warning(List<String> classes) {
    boolean characters = classes.stream().allMatch(name -> name.codePoints().count() == 1);
    return characters
        ? "flip changes what digits and letters mean: a mirrored 2 is no 2, and a network trained"
            + " on such images learns that it is"
        : "";
  }
}
