package org.lenetlab.data;

import java.util.List;
import org.lenetlab.api.data.ByteImages;
import org.lenetlab.api.data.Images;
import org.lenetlab.api.data.Transform;
import org.lenetlab.api.data.ValueMap;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.SpecException;

/**
 * {@code range}: the linear map that takes one interval to another. The first one counts in bytes,
 * 0 … 255, unless an earlier transform has mapped bytes to values.
 */
@Doc("maps one interval of values to another, as [0, 255] to [-0.1, 1.175]")
record ToRange(
    @Doc("in bytes, or in values where they are mapped already") @Default("[0, 255]")
        List<Double> from,
    @Doc("what the network sees for them") List<Double> to)
    implements Transform {

  ToRange {
    from = pair("from", from);
    to = pair("to", to);
    SpecException.require(
        !from.getFirst().equals(from.getLast()), "from", "expected two different numbers");
  }

  private static List<Double> pair(String path, List<Double> pair) {
    SpecException.require(
        pair.size() == 2, path, "expected two numbers, as in [0, 255], not " + pair);
    return List.copyOf(pair);
  }

  @Override
  public Shape apply(Shape shape) {
    return shape;
  }

  @Override
  public Images apply(Images images) {
    double scale = (to.getLast() - to.getFirst()) / (from.getLast() - from.getFirst());
    double offset = to.getFirst() - from.getFirst() * scale;
    ValueMap map = ValueMap.uniform(images.shape().channels(), scale, offset);
    return images instanceof ByteImages bytes && !bytes.mapped()
        ? new ByteImages(bytes.shape(), bytes.bytes(), map, bytes.background())
        : Values.map(images, map);
  }

  @Override
  public boolean mapsValues() {
    return true;
  }
}
