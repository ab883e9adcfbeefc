package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.fromArray;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** y = x where x is positive, else s·x, with a slope s of at least 0. */
final class RectifierKernel implements InPlaceActivation {
  private final float slope;

  RectifierKernel(float slope) {
    this.slope = slope;
  }

  @Override
  public void forward(float[] m, int x, int length) {
    for (int i = x; i < x + length; i += LENGTH) {
      FloatVector v = fromArray(SPECIES, m, i);
      choose(v, v).intoArray(m, i);
    }
  }

  @Override
  public void backward(float[] m, int y, int dy, int dx, int length) {
    for (int i = 0; i < length; i += LENGTH) {
      FloatVector v = fromArray(SPECIES, m, y + i);
      choose(v, fromArray(SPECIES, m, dy + i)).intoArray(m, dx + i);
    }
  }

  /** {@code v} where {@code sign} is positive, else slope·{@code v}. */
  private FloatVector choose(FloatVector sign, FloatVector v) {
    VectorMask<Float> positive = sign.compare(VectorOperators.GT, 0f);
    return v.mul(slope).blend(v, positive);
  }
}
