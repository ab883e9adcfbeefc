package org.lenetlab.backend.simd;

/**
 * A matrix product that is added to a matrix: out[r, c] += Σ_t left[r, t] · right[t, c].
 *
 * @param rows of {@code left} and {@code out}
 * @param columns of {@code right} and {@code out}, a multiple of 32; the length of a row of {@code
 *     out}
 * @param terms of each sum
 * @param leftRow the length of a row of {@code left}
 * @param rightRow the length of a row of {@code right}
 */
record Product(int rows, int columns, int terms, int leftRow, int rightRow) {

  /**
   * Adds the product of the matrices at {@code left} and {@code right} to the one at {@code out}.
   */
  void run(float[] m, int left, int right, int out) {
    int r = 0;
    for (; r + 4 <= rows; r += 4) {
      ProductKernel.four(m, this, left + r * leftRow, right, out + r * columns);
    }
    for (; r < rows; r++) {
      ProductKernel.one(m, this, left + r * leftRow, right, out + r * columns);
    }
  }
}
