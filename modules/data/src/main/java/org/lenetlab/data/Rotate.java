package org.lenetlab.data;

import org.lenetlab.api.data.Augmentation;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Range;
import org.lenetlab.api.spec.Shorthand;

/** {@code rotate}: about the centre by an angle uniform in ± {@code degrees}. */
@Doc("rotates about the centre by a random angle")
@Shorthand("degrees")
record Rotate(@Doc("largest angle, in either direction") @Range(min = 0, max = 180) double degrees)
    implements Augmentation {

  @Override
  public void apply(Shape shape, float[] from, float[] to, float background, RandomStream random) {
    double radians = Math.toRadians(random.uniform(-degrees, degrees));
    PlanarMap.about(shape, 0, 1, 1, radians, 0, 0).apply(shape, from, to, background);
  }
}
