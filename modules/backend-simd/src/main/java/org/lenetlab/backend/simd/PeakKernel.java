package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.fromArray;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Multiply-adds in registers and nothing else. Twelve sums are enough for two units that each take
 * four cycles, and leave registers for the factors on machines that have 16.
 */
final class PeakKernel {
  private static final int SUMS = 12;

  private PeakKernel() {}

  /** Floating-point operations of one round. */
  static long flopsPerRound() {
    return 2L * SUMS * LENGTH;
  }

  /** Does {@code rounds} rounds; {@code m} has room for two vectors. */
  static void run(float[] m, int rounds) {
    FloatVector u = fromArray(SPECIES, m, 0);
    FloatVector v = fromArray(SPECIES, m, LENGTH);
    FloatVector a = u;
    FloatVector b = u;
    FloatVector c = u;
    FloatVector d = u;
    FloatVector e = u;
    FloatVector f = u;
    FloatVector g = u;
    FloatVector h = u;
    FloatVector i = u;
    FloatVector j = u;
    FloatVector k = u;
    FloatVector l = u;
    for (int round = 0; round < rounds; round++) {
      a = u.fma(v, a);
      b = u.fma(v, b);
      c = u.fma(v, c);
      d = u.fma(v, d);
      e = u.fma(v, e);
      f = u.fma(v, f);
      g = u.fma(v, g);
      h = u.fma(v, h);
      i = u.fma(v, i);
      j = u.fma(v, j);
      k = u.fma(v, k);
      l = u.fma(v, l);
    }
    // All sums enter the result, or the compiler would leave them out.
    u.add(a).add(b).add(c).add(d).add(e).add(f).intoArray(m, 0);
    v.add(g).add(h).add(i).add(j).add(k).add(l).intoArray(m, LENGTH);
  }
}
