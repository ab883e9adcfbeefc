package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.BLOCK;

import java.util.Arrays;

/** Brings the images of a batch from [image][value] to [value][image]. */
final class ImageLoader {
  /** Values of one image that are moved at a time, so that what is written stays in the cache. */
  private static final int CHUNK = 64;

  private ImageLoader() {}

  static void load(Block block, Tensor tensor) {
    int to = block.at(tensor.values());
    if (block.count() < BLOCK) {
      Arrays.fill(block.memory, to, to + tensor.length(), 0);
    }
    int size = tensor.shape().size();
    float[] images = block.batch().images(block.first(), block.first() + block.count());
    for (int first = 0; first < size; first += CHUNK) {
      int end = Math.min(first + CHUNK, size);
      for (int image = 0; image < block.count(); image++) {
        int from = (block.first() + image) * size;
        copy(images, from + first, from + end, block.memory, to + first * BLOCK + image);
      }
    }
  }

  private static void copy(float[] images, int from, int end, float[] m, int to) {
    for (int i = from, o = to; i < end; i++, o += BLOCK) {
      m[o] = images[i];
    }
  }
}
