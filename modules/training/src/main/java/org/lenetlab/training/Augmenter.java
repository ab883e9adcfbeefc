package org.lenetlab.training;

import java.util.List;
import java.util.stream.IntStream;
import org.lenetlab.api.data.Augmentation;
import org.lenetlab.api.data.Images;
import org.lenetlab.api.random.RandomStream;

/**
 * Changes training images at random. The change is a pure function of (run seed, variant, example),
 * so it does not matter when or on which thread it is made. Has buffers of its own: for one thread.
 */
final class Augmenter {
  private final List<Augmentation> augmentations;
  private final List<RandomStream> streams;
  private final Images images;
  private float[] current;
  private float[] next;

  Augmenter(List<Augmentation> augmentations, Images images, long seed) {
    this.augmentations = augmentations;
    this.images = images;
    streams =
        IntStream.range(0, augmentations.size())
            .mapToObj(i -> new RandomStream(seed, "augment/" + i))
            .toList();
    current = new float[images.shape().size()];
    next = new float[images.shape().size()];
  }

  /** Writes the values that the network sees of a variant of image {@code index}. */
  void values(int variant, int index, float[] into, int offset) {
    images.pixels(index, current, 0);
    for (int i = 0; i < augmentations.size(); i++) {
      RandomStream stream = streams.get(i).at(variant, index);
      augmentations.get(i).apply(images.shape(), current, next, images.background(), stream);
      float[] changed = next;
      next = current;
      current = changed;
    }
    images.mapPixels(current, 0);
    System.arraycopy(current, 0, into, offset, current.length);
  }
}
