package org.lenetlab.api.data;

import org.lenetlab.api.network.Shape;

/** Images of unsigned bytes, stored one after the other in the order (channel, row, column). */
public final class ByteImages implements Images {
  private final Shape shape;
  private final byte[] bytes;
  private final ValueMap map;
  private final boolean mapped;
  private final float background;
  private final float[][] table;

  /**
   * Images as a dataset stores them. No map to values is set yet: bytes are scaled to 0 … 1.
   *
   * @param bytes all images; not copied, and not to be changed afterwards
   * @param background the pixel value of an empty background
   * @throws IllegalArgumentException if {@code bytes} is not a whole number of images
   */
  public ByteImages(Shape shape, byte[] bytes, float background) {
    this(shape, bytes, ValueMap.unit(shape.channels()), false, background);
  }

  /**
   * Images with a map to values.
   *
   * @param bytes all images; not copied, and not to be changed afterwards
   * @param background the pixel value of an empty background
   * @throws IllegalArgumentException if {@code bytes} is not a whole number of images
   */
  public ByteImages(Shape shape, byte[] bytes, ValueMap map, float background) {
    this(shape, bytes, map, true, background);
  }

  private ByteImages(Shape shape, byte[] bytes, ValueMap map, boolean mapped, float background) {
    if (bytes.length % shape.size() != 0 || map.scales().size() != shape.channels()) {
      throw new IllegalArgumentException(
          bytes.length + " bytes and " + map + " do not fit images of " + shape);
    }
    this.shape = shape;
    this.bytes = bytes;
    this.map = map;
    this.mapped = mapped;
    this.background = background;
    table = new float[shape.channels()][256];
    for (int c = 0; c < table.length; c++) {
      for (int pixel = 0; pixel < 256; pixel++) {
        table[c][pixel] = map.value(c, pixel);
      }
    }
  }

  /** Other bytes seen through the same map: what a transform of pixels makes of these images. */
  public ByteImages withBytes(Shape shape, byte[] bytes, float background) {
    return new ByteImages(shape, bytes, map, mapped, background);
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public int count() {
    return bytes.length / shape.size();
  }

  /** The bytes themselves, not a copy: for transforms that make other images of them. */
  public byte[] bytes() {
    return bytes;
  }

  /** The value of each of the 256 bytes in a channel; not a copy, and not to be changed. */
  public float[] table(int channel) {
    return table[channel];
  }

  /** The map to values; {@link ValueMap#unit} where none is set. */
  public ValueMap map() {
    return map;
  }

  /** Whether a map to values is set. */
  public boolean mapped() {
    return mapped;
  }

  @Override
  public float background() {
    return background;
  }

  @Override
  public void values(int index, float[] into, int offset) {
    int plane = shape.plane();
    int from = index * shape.size();
    for (int c = 0; c < table.length; c++) {
      float[] values = table[c];
      int source = from + c * plane;
      int target = offset + c * plane;
      for (int i = 0; i < plane; i++) {
        into[target + i] = values[bytes[source + i] & 0xFF];
      }
    }
  }

  @Override
  public void pixels(int index, float[] into, int offset) {
    int from = index * shape.size();
    for (int i = 0; i < shape.size(); i++) {
      into[offset + i] = bytes[from + i] & 0xFF;
    }
  }

  @Override
  public void mapPixels(float[] image, int offset) {
    int plane = shape.plane();
    for (int c = 0; c < shape.channels(); c++) {
      double scale = map.scales().get(c);
      double shift = map.offsets().get(c);
      int start = offset + c * plane;
      for (int i = start; i < start + plane; i++) {
        image[i] = (float) (image[i] * scale + shift);
      }
    }
  }
}
