package org.lenetlab.api.data;

import org.lenetlab.api.network.Shape;

/**
 * Images of floats, stored one after the other in the order (channel, row, column), used as they
 * are.
 */
public final class FloatImages implements Images {
  private final Shape shape;
  private final float[] values;

  /**
   * @param values all images; not copied, and not to be changed afterwards
   * @throws IllegalArgumentException if {@code values} is not a whole number of images
   */
  public FloatImages(Shape shape, float[] values) {
    if (values.length % shape.size() != 0) {
      throw new IllegalArgumentException(values.length + " values do not fit images of " + shape);
    }
    this.shape = shape;
    this.values = values;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public int count() {
    return values.length / shape.size();
  }

  /** The values themselves, not a copy: for transforms that make other images of them. */
  public float[] values() {
    return values;
  }

  @Override
  public void values(int index, float[] into, int offset) {
    System.arraycopy(values, index * shape.size(), into, offset, shape.size());
  }

  @Override
  public void pixels(int index, float[] into, int offset) {
    values(index, into, offset);
  }

  @Override
  public void mapPixels(float[] image, int offset) {
    // The pixels are the values already.
  }

  @Override
  public float background() {
    return 0;
  }
}
