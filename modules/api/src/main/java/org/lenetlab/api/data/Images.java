package org.lenetlab.api.data;

import org.lenetlab.api.network.Shape;

/**
 * A sequence of images of one shape in memory. Byte images stay bytes; the map to the values that a
 * network sees is applied when a batch is gathered.
 */
public sealed interface Images permits ByteImages, FloatImages {

  Shape shape();

  /** Number of images. */
  int count();

  /** Writes the values of image {@code index} that a network sees, starting at {@code offset}. */
  void values(int index, float[] into, int offset);

  /**
   * Writes the pixels of image {@code index} before the map to values (0 … 255 for bytes): what
   * augmentations work on.
   */
  void pixels(int index, float[] into, int offset);

  /** Maps one image's pixels, at {@code offset}, to the values that a network sees, in place. */
  void mapPixels(float[] image, int offset);

  /** The pixel value of an empty background, with which geometric operations fill. */
  float background();
}
