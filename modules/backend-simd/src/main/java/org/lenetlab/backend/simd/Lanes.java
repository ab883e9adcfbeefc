package org.lenetlab.backend.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * How images lie in vectors. A block holds 32 images side by side: two logical vectors of 16 lanes,
 * on every machine. A kernel goes through them with the machine's own vectors, at most 16 floats
 * long; each lane computes the same whatever their length, so results have the same bits
 * everywhere.
 */
final class Lanes {
  /** Images of a block. */
  static final int BLOCK = 32;

  /** Lanes of a logical vector: image i of a block is in lane i % 16. */
  static final int LOGICAL = 16;

  /** The machine's vectors. Constant, as compiled kernels need it. */
  static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() > LOGICAL
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  /** Floats of one of the machine's vectors: 16, 8, 4 or 2. */
  static final int LENGTH = SPECIES.length();

  private Lanes() {}

  /** The next multiple of 16. */
  static int padded(int count) {
    return Math.ceilDiv(count, LOGICAL) * LOGICAL;
  }
}
