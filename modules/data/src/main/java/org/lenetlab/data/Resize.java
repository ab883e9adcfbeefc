package org.lenetlab.data;

import java.util.List;
import java.util.stream.IntStream;
import org.lenetlab.api.data.ByteImages;
import org.lenetlab.api.data.FloatImages;
import org.lenetlab.api.data.Images;
import org.lenetlab.api.data.Transform;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Shorthand;
import org.lenetlab.images.BilinearResize;

/** {@code resize}: bilinear, bit for bit as Pillow (and torchvision on its images) does it. */
@Doc("resizes bilinearly, exactly as Pillow does, which smooths when it reduces")
@Shorthand("size")
record Resize(@Doc("height and width, or one number for both") List<Integer> size)
    implements Transform {

  Resize {
    size = Sizes.checked(size);
  }

  @Override
  public Shape apply(Shape shape) {
    return new Shape(shape.channels(), size.getFirst(), size.getLast());
  }

  @Override
  public Images apply(Images images) {
    Shape from = images.shape();
    Shape to = apply(from);
    int planes = images.count() * from.channels();
    int resized = Math.multiplyExact(planes, to.plane());
    BilinearResize resize = new BilinearResize(from, to);
    return switch (images) {
      case ByteImages bytes -> {
        byte[] pixels = new byte[resized];
        IntStream.range(0, planes)
            .parallel()
            .forEach(p -> resize.bytes(bytes.bytes(), p * from.plane(), pixels, p * to.plane()));
        yield bytes.withBytes(to, pixels, bytes.background());
      }
      case FloatImages floats -> {
        float[] values = new float[resized];
        IntStream.range(0, planes)
            .parallel()
            .forEach(p -> resize.floats(floats.values(), p * from.plane(), values, p * to.plane()));
        yield new FloatImages(to, values);
      }
    };
  }
}
