package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.broadcast;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * e^x for a vector, with a relative error below 1.7·10⁻⁷, from multiply-adds only: the JDK's own
 * vector functions give other bits when compiled than when interpreted. Arguments are clamped to
 * −87.3 … 88, where the result is a normal float.
 *
 * <p>A kernel that uses it inlines it. That only works as long as it calls nothing else of our own:
 * C2 judges calls in it by counts that are still 0 when a kernel is compiled early.
 *
 * <p>x = n·ln 2 + r with a whole n and |r| ≤ ½·ln 2; e^r is the polynomial of degree 5 that is 1 at
 * 0 and has the smallest largest relative error, 0.9·10⁻⁷; n is added to the exponent.
 */
final class Exponential {
  /** Adding 1.5·2²³ rounds a small float to a whole number, which is then in its lowest bits. */
  private static final float ROUNDER = 12582912f;

  private static final float LOG2_E = 1.442695f;
  private static final float LN2_HIGH = 0.6933594f;
  private static final float LN2_LOW = -2.1219444e-4f;
  private static final int MANTISSA_BITS = 23;

  private Exponential() {}

  static FloatVector of(FloatVector argument) {
    // Two instructions each; the vector API's minimum and maximum also care for the sign of 0.
    FloatVector most = argument.blend(88f, argument.compare(VectorOperators.GT, 88f));
    FloatVector x = most.blend(-87.3f, most.compare(VectorOperators.LT, -87.3f));
    FloatVector rounded = x.fma(broadcast(SPECIES, LOG2_E), broadcast(SPECIES, ROUNDER));
    FloatVector n = rounded.sub(ROUNDER);
    FloatVector r = n.fma(broadcast(SPECIES, -LN2_HIGH), x);
    r = n.fma(broadcast(SPECIES, -LN2_LOW), r);
    FloatVector p = broadcast(SPECIES, 0.008290272f);
    p = p.fma(r, broadcast(SPECIES, 0.04189816f));
    p = p.fma(r, broadcast(SPECIES, 0.16667639f));
    p = p.fma(r, broadcast(SPECIES, 0.49999148f));
    p = p.fma(r, broadcast(SPECIES, 0.9999997f));
    p = p.fma(r, broadcast(SPECIES, 1f));
    var exponent = rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, MANTISSA_BITS);
    return p.reinterpretAsInts().add(exponent).reinterpretAsFloats();
  }
}
