package org.lenetlab.data;

import org.lenetlab.api.data.ByteImages;
import org.lenetlab.api.data.FloatImages;
import org.lenetlab.api.data.Images;
import org.lenetlab.api.data.Transform;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.SpecException;

/** {@code invert}: dark on light becomes light on dark. */
@Doc("swaps dark and light: a byte x becomes 255 − x")
record Invert() implements Transform {
  private static final int WHITE = 255;

  @Override
  public Shape apply(Shape shape) {
    return shape;
  }

  @Override
  public Images apply(Images images) {
    return switch (images) {
      case ByteImages bytes -> invert(bytes);
      case FloatImages _ ->
          throw new SpecException("", "invert works on bytes; this dataset holds floats");
    };
  }

  private static ByteImages invert(ByteImages images) {
    byte[] bytes = images.bytes().clone();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) ~bytes[i];
    }
    return images.withBytes(images.shape(), bytes, WHITE - images.background());
  }
}
