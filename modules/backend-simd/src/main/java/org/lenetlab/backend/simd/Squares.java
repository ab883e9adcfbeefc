package org.lenetlab.backend.simd;

/** The squares of a step's inputs, which enter its weights' second derivatives. */
final class Squares {
  private final int length;
  private final int place;

  Squares(int length, Arena scratch) {
    this.length = length;
    place = scratch.reserve(length);
  }

  /** Where the inputs lie that enter the derivatives: as they are at {@code values}, or squared. */
  int inputs(Block block, int values, Derivative derivative) {
    int from = block.at(values);
    return switch (derivative) {
      case GRADIENT -> from;
      case CURVATURE -> {
        int to = block.at(place);
        write(block.memory, from, to, length);
        yield to;
      }
    };
  }

  /** Writes the squares of {@code length} floats at {@code from} to {@code to}. */
  static void write(float[] m, int from, int to, int length) {
    for (int i = 0; i < length; i++) {
      m[to + i] = m[from + i] * m[from + i];
    }
  }
}
