package org.lenetlab.api.data;

/**
 * Images with their labels.
 *
 * @param labels the class of each image, counted from 0; not copied, and not to be changed
 *     afterwards
 */
public record Examples(Images images, byte[] labels) {

  public Examples {
    if (images.count() != labels.length) {
      throw new IllegalArgumentException(
          images.count() + " images but " + labels.length + " labels");
    }
  }

  /** Number of examples. */
  public int count() {
    return labels.length;
  }

  /** The class of example {@code index}. */
  public int label(int index) {
    return labels[index] & 0xFF;
  }
}
