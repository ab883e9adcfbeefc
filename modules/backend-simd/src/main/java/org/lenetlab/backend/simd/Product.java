package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.BLOCK;

/**
 * A matrix product that is added to a matrix with 32 columns: out[r, c] += Σ_t left[r, t] ·
 * right[t, c]. The rows of {@code right} lie one after the other.
 *
 * @param leftRow how far neighbouring rows of {@code left} are apart
 * @param outRow how far neighbouring rows of {@code out} are apart
 */
record Product(int leftRow, int outRow) {
  /** The columns of {@code right} and {@code out}. */
  static final int COLUMNS = BLOCK;

  /**
   * Adds a product.
   *
   * @param m has {@code left} and {@code right}
   * @param rows of {@code left} and {@code out}
   * @param terms of each sum
   * @param out has the matrix that is added to, at {@code place}
   */
  void add(float[] m, int left, int rows, int right, int terms, float[] out, int place) {
    int r = 0;
    for (; r + 4 <= rows; r += 4) {
      ProductKernel.four(m, this, left + r * leftRow, right, terms, out, place + r * outRow);
    }
    for (; r < rows; r++) {
      ProductKernel.one(m, this, left + r * leftRow, right, terms, out, place + r * outRow);
    }
  }
}
