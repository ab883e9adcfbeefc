package org.lenetlab.data;

import java.util.List;
import org.lenetlab.api.data.Augmentation;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Range;
import org.lenetlab.api.spec.SpecException;

/**
 * {@code affine}: the planar affine distortions of LeCun et al. 1998 (section III-A: translation,
 * scaling, squeezing, horizontal shearing) and rotation, about the centre. Every amount is drawn
 * uniformly and independently.
 */
@Doc("shifts, scales, squeezes, shears and rotates by random amounts, as the 1998 paper does")
record Affine(
    @Doc("largest shift in x and in y, in pixels") @Default("0") @Range(min = 0) double shift,
    @Doc("smallest and largest factor of the size") @Default("[1, 1]") List<Double> scale,
    @Doc("0.15: one axis up to 15 % longer or shorter, the other the inverse")
        @Default("0")
        @Range(min = 0, below = 1)
        double squeeze,
    @Doc("largest horizontal shift per pixel of height: 0.3 slants by 17°")
        @Default("0")
        @Range(min = 0, max = 2)
        double shear,
    @Doc("largest angle in degrees, in either direction") @Default("0") @Range(min = 0, max = 180)
        double rotate,
    @Doc("share of the images that is changed") @Default("1") @Range(min = 0, max = 1) double p)
    implements Augmentation {

  Affine {
    scale = List.copyOf(scale);
    SpecException.require(
        scale.size() == 2 && scale.getFirst() > 0 && scale.getFirst() <= scale.getLast(),
        "scale",
        "expected the smallest and the largest factor, as in [0.9, 1.1], not " + scale);
  }

  @Override
  public void apply(Shape shape, float[] from, float[] to, float background, RandomStream random) {
    if (random.nextDouble() >= p) {
      System.arraycopy(from, 0, to, 0, shape.size());
      return;
    }
    double shiftX = random.uniform(-shift, shift);
    double shiftY = random.uniform(-shift, shift);
    double size = random.uniform(scale.getFirst(), scale.getLast());
    double squeezed = random.uniform(1 - squeeze, 1 + squeeze);
    double slant = random.uniform(-shear, shear);
    double radians = Math.toRadians(random.uniform(-rotate, rotate));
    PlanarMap.about(shape, slant, size * squeezed, size / squeezed, radians, shiftX, shiftY)
        .apply(shape, from, to, background);
  }
}
