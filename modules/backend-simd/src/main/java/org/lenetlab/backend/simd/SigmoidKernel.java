package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** y = 1 / (1 + e^(−x)), with y′ = y − y². */
final class SigmoidKernel implements InPlaceActivation {

  @Override
  public void forward(float[] m, int x, int length) {
    FloatVector one = broadcast(SPECIES, 1f);
    for (int i = x; i < x + length; i += LENGTH) {
      FloatVector e = Exponential.of(fromArray(SPECIES, m, i).neg());
      one.div(e.add(one)).intoArray(m, i);
    }
  }

  @Override
  public void backward(float[] m, int y, int dy, int dx, int length) {
    for (int i = 0; i < length; i += LENGTH) {
      FloatVector v = fromArray(SPECIES, m, y + i);
      FloatVector slope = v.sub(v.mul(v));
      fromArray(SPECIES, m, dy + i).mul(slope).intoArray(m, dx + i);
    }
  }
}
