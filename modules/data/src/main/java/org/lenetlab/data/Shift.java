package org.lenetlab.data;

import java.util.Arrays;
import org.lenetlab.api.data.Augmentation;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Range;
import org.lenetlab.api.spec.Shorthand;

/** {@code shift}: by whole pixels, so that nothing is blurred. */
@Doc("shifts by a random number of whole pixels in x and in y")
@Shorthand("pixels")
record Shift(@Doc("largest shift, in either direction") @Range(min = 0) int pixels)
    implements Augmentation {

  @Override
  public void apply(Shape shape, float[] from, float[] to, float background, RandomStream random) {
    int right = random.nextInt(2 * pixels + 1) - pixels;
    int down = random.nextInt(2 * pixels + 1) - pixels;
    int width = shape.width();
    int kept = width - Math.abs(right);
    Arrays.fill(to, 0, shape.size(), background);
    for (int row = 0; kept > 0 && row < shape.channels() * shape.height(); row++) {
      int source = row % shape.height() - down;
      if (source >= 0 && source < shape.height()) {
        System.arraycopy(
            from,
            (row - down) * width + Math.max(-right, 0),
            to,
            row * width + Math.max(right, 0),
            kept);
      }
    }
  }
}
