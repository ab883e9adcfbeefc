package org.lenetlab.api.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The examples of one step, with their place in the run. Reused from step to step, so that training
 * allocates nothing.
 */
public final class Batch {

  /** Where changed images of batches come from. Used from several threads at once. */
  public interface ImageSource {
    /**
     * Writes the values of the image at {@code place} of the source, starting at {@code offset}.
     */
    void write(int place, float[] into, int offset);
  }

  private final int capacity;
  private final int imageSize;
  private final float[] images;
  private final int[] labels;
  private final int[] indices;
  private final boolean[] prepared;
  private @Nullable Images stored;
  private @Nullable ImageSource source;
  private int first;
  private int size;
  private int epoch;

  /**
   * @param capacity the largest number of examples
   * @param imageSize the number of values of an image
   */
  public Batch(int capacity, int imageSize) {
    this.capacity = capacity;
    this.imageSize = imageSize;
    images = new float[Math.multiplyExact(capacity, imageSize)];
    labels = new int[capacity];
    indices = new int[capacity];
    prepared = new boolean[capacity];
  }

  /**
   * Starts a new content: the filled arrays count for {@code size} examples of {@code epoch},
   * counted from 1 (0 outside training).
   */
  public void begin(int size, int epoch) {
    if (size < 0 || size > capacity) {
      throw new IllegalArgumentException(size + " examples in a batch of at most " + capacity);
    }
    this.size = size;
    this.epoch = epoch;
    stored = null;
    source = null;
    Arrays.fill(prepared, 0, size, true);
  }

  /**
   * Starts a new content, whose images are those of {@code stored} at the {@link #indices()}, as
   * they are. They are prepared when they are asked for.
   */
  public void begin(int size, int epoch, Images stored) {
    begin(size, epoch);
    Arrays.fill(prepared, 0, size, false);
    this.stored = stored;
  }

  /**
   * Starts a new content, whose images are those of {@code source} from {@code first} on. They are
   * prepared when they are asked for.
   */
  public void begin(int size, int epoch, ImageSource source, int first) {
    begin(size, epoch);
    Arrays.fill(prepared, 0, size, false);
    this.source = source;
    this.first = first;
  }

  /** Number of examples in it now. */
  public int size() {
    return size;
  }

  public int epoch() {
    return epoch;
  }

  /** The number of values of an image. */
  public int imageSize() {
    return imageSize;
  }

  /** The images, one after the other, each in the order (channel, row, column). */
  public float[] images() {
    return images(0, size);
  }

  /**
   * The same array, of which the caller uses the images {@code from} … {@code to} − 1 only: the
   * others need not be prepared. Several threads may ask for parts that do not overlap.
   */
  public float[] images(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!prepared[i]) {
        prepare(i);
        prepared[i] = true;
      }
    }
    return images;
  }

  private void prepare(int i) {
    if (stored != null) {
      stored.values(indices[i], images, i * imageSize);
    } else if (source != null) {
      source.write(first + i, images, i * imageSize);
    }
  }

  /**
   * For whoever has a faster way than {@link #images(int, int)} to the image at {@code place}: the
   * images that it is taken from as it is, at its index; null if it was changed or is prepared.
   */
  public @Nullable Images unprepared(int place) {
    return prepared[place] ? null : stored;
  }

  /** The class of each image. */
  public int[] labels() {
    return labels;
  }

  /** The index of each example in the training set, the key of its random numbers. */
  public int[] indices() {
    return indices;
  }
}
