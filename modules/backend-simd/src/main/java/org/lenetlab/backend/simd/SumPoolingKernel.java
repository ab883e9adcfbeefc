package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.fromArray;
import static org.lenetlab.backend.simd.Lanes.BLOCK;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import org.lenetlab.api.network.Pooling;

/** The sum of a window times a factor. */
final class SumPoolingKernel extends PoolingKernel {
  private final float factor;

  SumPoolingKernel(Pooling op, float factor) {
    super(op);
    this.factor = factor;
  }

  @Override
  void forward(float[] m, int x, int y) {
    for (int p = 0; p < pixels; p++) {
      for (int image = 0; image < BLOCK; image += LENGTH) {
        int corner = x + p * step + image;
        FloatVector sum = fromArray(SPECIES, m, corner);
        for (int t = 1; t < taps.length; t++) {
          sum = fromArray(SPECIES, m, corner + taps[t]).add(sum);
        }
        sum.mul(factor).intoArray(m, y + p * BLOCK + image);
      }
    }
  }

  @Override
  void backward(float[] m, int x, int y, int dy, int dx, Derivative derivative) {
    float local = derivative == Derivative.CURVATURE ? factor * factor : factor;
    for (int p = 0; p < pixels; p++) {
      for (int image = 0; image < BLOCK; image += LENGTH) {
        FloatVector d = fromArray(SPECIES, m, dy + p * BLOCK + image).mul(local);
        int corner = dx + p * step + image;
        for (int t = 0; t < taps.length; t++) {
          int i = corner + taps[t];
          if (apart) {
            d.intoArray(m, i);
          } else {
            fromArray(SPECIES, m, i).add(d).intoArray(m, i);
          }
        }
      }
    }
  }
}
