package org.lenetlab.api.network;

import org.lenetlab.api.spec.SpecException;

/**
 * The shape of one image or of a layer's output for one image. Values are stored flat in the order
 * (channel, row, column). A dense layer's output has height and width 1.
 */
public record Shape(int channels, int height, int width) {

  public Shape {
    SpecException.require(
        channels > 0 && height > 0 && width > 0,
        "",
        "a shape needs positive sizes, not " + channels + "×" + height + "×" + width);
  }

  /** The shape of a vector of {@code units} values. */
  public static Shape vector(int units) {
    return new Shape(units, 1, 1);
  }

  /** Number of values. */
  public int size() {
    return Math.multiplyExact(channels, plane());
  }

  /** Number of values of one channel. */
  public int plane() {
    return Math.multiplyExact(height, width);
  }

  public boolean isVector() {
    return height == 1 && width == 1;
  }

  /** As the literature writes it: {@code 6@28×28}, or {@code 84} for a vector. */
  @Override
  public String toString() {
    return isVector() ? Integer.toString(channels) : channels + "@" + height + "×" + width;
  }
}
