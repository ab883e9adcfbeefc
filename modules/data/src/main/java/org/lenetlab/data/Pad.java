package org.lenetlab.data;

import java.util.Arrays;
import org.lenetlab.api.data.ByteImages;
import org.lenetlab.api.data.FloatImages;
import org.lenetlab.api.data.Images;
import org.lenetlab.api.data.Transform;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Range;
import org.lenetlab.api.spec.Shorthand;

/** {@code pad}: background around every image. */
@Doc("adds background on every side")
@Shorthand("pixels")
record Pad(@Doc("rows and columns added on every side") @Range(min = 0) int pixels)
    implements Transform {

  @Override
  public Shape apply(Shape shape) {
    return new Shape(shape.channels(), shape.height() + 2 * pixels, shape.width() + 2 * pixels);
  }

  @Override
  public Images apply(Images images) {
    Shape to = apply(images.shape());
    int size = Math.multiplyExact(images.count(), to.size());
    return switch (images) {
      case ByteImages bytes -> {
        byte[] padded = new byte[size];
        Arrays.fill(padded, (byte) Math.round(bytes.background()));
        copyRows(bytes.bytes(), padded, images);
        yield bytes.withBytes(to, padded, bytes.background());
      }
      case FloatImages floats -> {
        float[] padded = new float[size];
        Arrays.fill(padded, floats.background());
        copyRows(floats.values(), padded, images);
        yield new FloatImages(to, padded);
      }
    };
  }

  /** Copies between arrays of the same type. */
  private void copyRows(Object from, Object to, Images images) {
    Shape shape = images.shape();
    int paddedWidth = shape.width() + 2 * pixels;
    int source = 0;
    int target = 0;
    for (int plane = 0; plane < images.count() * shape.channels(); plane++) {
      target += pixels * paddedWidth;
      for (int y = 0; y < shape.height(); y++) {
        System.arraycopy(from, source, to, target + pixels, shape.width());
        source += shape.width();
        target += paddedWidth;
      }
      target += pixels * paddedWidth;
    }
  }
}
