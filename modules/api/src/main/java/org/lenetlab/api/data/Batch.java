package org.lenetlab.api.data;

/**
 * The examples of one step, with their place in the run. Reused from step to step, so that training
 * allocates nothing.
 */
public final class Batch {
  private final int capacity;
  private final int imageSize;
  private final float[] images;
  private final int[] labels;
  private final int[] indices;
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
  }

  public int capacity() {
    return capacity;
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
    return images;
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
