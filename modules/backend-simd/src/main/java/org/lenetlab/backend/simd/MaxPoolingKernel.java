package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;
import static org.lenetlab.backend.simd.Lanes.BLOCK;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.lenetlab.api.network.Pooling;

/** The largest value of a window; of equal ones the first gets the derivative. */
final class MaxPoolingKernel extends PoolingKernel {

  MaxPoolingKernel(Pooling op) {
    super(op);
  }

  @Override
  void forward(float[] m, int x, int y) {
    for (int p = 0; p < pixels; p++) {
      for (int image = 0; image < BLOCK; image += LENGTH) {
        int corner = x + p * step + image;
        FloatVector largest = fromArray(SPECIES, m, corner);
        for (int t = 1; t < taps.length; t++) {
          FloatVector v = fromArray(SPECIES, m, corner + taps[t]);
          largest = v.blend(largest, v.compare(VectorOperators.LE, largest));
        }
        largest.intoArray(m, y + p * BLOCK + image);
      }
    }
  }

  @Override
  void backward(float[] m, int x, int y, int dy, int dx, Derivative derivative) {
    FloatVector none = zero(SPECIES);
    for (int p = 0; p < pixels; p++) {
      for (int image = 0; image < BLOCK; image += LENGTH) {
        FloatVector largest = fromArray(SPECIES, m, y + p * BLOCK + image);
        FloatVector rest = fromArray(SPECIES, m, dy + p * BLOCK + image);
        int corner = p * step + image;
        for (int t = 0; t < taps.length; t++) {
          int i = corner + taps[t];
          VectorMask<Float> found =
              fromArray(SPECIES, m, x + i).compare(VectorOperators.EQ, largest);
          FloatVector d = none.blend(rest, found);
          if (apart) {
            d.intoArray(m, dx + i);
          } else {
            fromArray(SPECIES, m, dx + i).add(d).intoArray(m, dx + i);
          }
          rest = none.blend(rest, found.not());
        }
      }
    }
  }
}
