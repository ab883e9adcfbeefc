package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.BLOCK;

import java.util.Arrays;
import org.lenetlab.api.data.ByteImages;
import org.lenetlab.api.data.Images;

/** Brings the images of a batch from [image][value] to [value][image]. */
final class ImageLoader {
  /** Values of one image that are moved at a time, so that what is written stays in the cache. */
  private static final int CHUNK = 192;

  private static final int CACHE_LINE = 64;

  private ImageLoader() {}

  static void load(Block block, Tensor tensor) {
    int to = block.at(tensor.values());
    if (block.count() < BLOCK) {
      Arrays.fill(block.memory, to, to + tensor.length(), 0);
    }
    if (block.batch().unprepared(block.first()) instanceof ByteImages images) {
      loadBytes(block, images, to);
    } else {
      loadFloats(block, tensor.shape().size(), to);
    }
  }

  /** Writes the values of one image, as they are. */
  static void load(Images stored, int index, float[] m, int to) {
    if (stored instanceof ByteImages images) {
      int size = images.shape().size();
      m[to] = touch(images.bytes(), index * size, size);
    }
    stored.values(index, m, to);
  }

  private static void loadFloats(Block block, int size, int to) {
    float[] images = block.batch().images(block.first(), block.first() + block.count());
    for (int first = 0; first < size; first += CHUNK) {
      int count = Math.min(CHUNK, size - first);
      for (int image = 0; image < block.count(); image++) {
        int from = (block.first() + image) * size + first;
        copy(images, from, count, block.memory, to + first * BLOCK + image);
      }
    }
  }

  private static void copy(float[] images, int from, int count, float[] m, int to) {
    for (int i = 0, o = to; i < count; i++, o += BLOCK) {
      m[o] = images[from + i];
    }
  }

  private static void loadBytes(Block block, ByteImages images, int to) {
    byte[] bytes = images.bytes();
    int size = images.shape().size();
    int plane = images.shape().plane();
    block.memory[to] = touch(block, bytes, size);
    for (int c = 0; c < images.shape().channels(); c++) {
      float[] table = images.table(c);
      for (int first = c * plane; first < (c + 1) * plane; first += CHUNK) {
        int count = Math.min(CHUNK, (c + 1) * plane - first);
        for (int image = 0; image < block.count(); image++) {
          int from = index(block, image) * size + first;
          look(bytes, table, from, count, block.memory, to + first * BLOCK + image);
        }
      }
    }
  }

  private static int index(Block block, int image) {
    return block.batch().indices()[block.first() + image];
  }

  /**
   * Reads a byte of each cache line. Images are drawn at random from more memory than caches hold:
   * so the lines are fetched many at a time, not one after the other when they are needed.
   *
   * @return a sum that somebody has to use, or nothing would be read
   */
  private static int touch(Block block, byte[] bytes, int size) {
    int sum = 0;
    for (int image = 0; image < block.count(); image++) {
      sum += touch(bytes, index(block, image) * size, size);
    }
    return sum;
  }

  private static int touch(byte[] bytes, int from, int size) {
    int sum = 0;
    for (int i = from; i < from + size; i += CACHE_LINE) {
      sum += bytes[i];
    }
    return sum;
  }

  private static void look(byte[] bytes, float[] table, int from, int count, float[] m, int to) {
    for (int i = 0, o = to; i < count; i++, o += BLOCK) {
      m[o] = table[bytes[from + i] & 0xFF];
    }
  }
}
