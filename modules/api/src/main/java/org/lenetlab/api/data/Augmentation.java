package org.lenetlab.api.data;

import java.util.List;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.random.RandomStream;

/**
 * A random change of a training image, drawn anew for every epoch. Open: plugins add records. Works
 * on pixels, before the map to values.
 */
public interface Augmentation {

  /**
   * Writes the changed image.
   *
   * @param random positioned for this epoch and example: the only source of randomness
   * @param background fills what comes in from outside
   */
  void apply(Shape shape, float[] from, float[] to, float background, RandomStream random);

  /**
   * What a user should know before using it on images of {@code classes}, shown by {@code check};
   * empty for nothing.
   */
  default String warning(List<String> classes) {
    return "";
  }
}
