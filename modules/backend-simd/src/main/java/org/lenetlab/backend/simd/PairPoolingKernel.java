package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.LOGICAL;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import java.util.function.IntUnaryOperator;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/**
 * Pools two rows of an image by windows of 2×2 that do not overlap, with 32 pixels of a row in the
 * lanes.
 *
 * <p>Derivatives are written in whole vectors too, from the last to the first and those of the
 * upper row before those of the lower: what goes beyond the end of a row is overwritten by the
 * beginning of the next.
 */
final class PairPoolingKernel {
  /** The even lanes of a vector, twice. */
  private static final VectorShuffle<Float> EVEN = shuffle(i -> 2 * i % LENGTH);

  /** The odd lanes of a vector, twice. */
  private static final VectorShuffle<Float> ODD = shuffle(i -> (2 * i + 1) % LENGTH);

  /** Each lane of a vector's first half twice. */
  private static final VectorShuffle<Float> FIRST = shuffle(i -> i / 2);

  /** Each lane of a vector's second half twice. */
  private static final VectorShuffle<Float> SECOND = shuffle(i -> (LENGTH + i) / 2);

  /** Each lane's neighbour in its pair. */
  private static final VectorShuffle<Float> NEIGHBOUR = shuffle(i -> i ^ 1);

  /** The even lanes of a vector, then the odd ones. */
  private static final VectorShuffle<Float> EVEN_FIRST =
      shuffle(i -> 2 * i % LENGTH + 2 * i / LENGTH);

  private static final VectorMask<Float> SECOND_HALF =
      VectorMask.fromLong(SPECIES, -1L << (LENGTH / 2));

  private static final VectorMask<Float> ODD_LANES =
      VectorMask.fromLong(SPECIES, 0xAAAA_AAAA_AAAA_AAAAL);

  private PairPoolingKernel() {}

  private static VectorShuffle<Float> shuffle(IntUnaryOperator source) {
    return VectorShuffle.fromOp(SPECIES, source);
  }

  /** The even ones of two vectors' floats. */
  private static FloatVector even(float[] m, int i) {
    FloatVector first = fromArray(SPECIES, m, i).rearrange(EVEN);
    return first.blend(fromArray(SPECIES, m, i + LENGTH).rearrange(EVEN), SECOND_HALF);
  }

  /** The odd ones of two vectors' floats. */
  private static FloatVector odd(float[] m, int i) {
    FloatVector first = fromArray(SPECIES, m, i).rearrange(ODD);
    return first.blend(fromArray(SPECIES, m, i + LENGTH).rearrange(ODD), SECOND_HALF);
  }

  /**
   * Writes half as many floats as {@code length}, a multiple of 32: the sums of pairs.
   *
   * @param y may be {@code x}
   */
  static void addPairs(float[] m, int x, int length, int y) {
    for (int i = 0; i < length; i += 2 * LENGTH) {
      FloatVector a = fromArray(SPECIES, m, x + i);
      FloatVector b = fromArray(SPECIES, m, x + i + LENGTH);
      FloatVector neighbours = b.blend(a, ODD_LANES).rearrange(NEIGHBOUR);
      a.blend(b, ODD_LANES).add(neighbours).rearrange(EVEN_FIRST).intoArray(m, y + i / 2);
    }
  }

  /** Writes to the 16 floats at {@code y} the sums of windows, times a factor. */
  static void sum(float[] m, int x, int row, float factor, int y) {
    for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
      int i = x + 2 * lane;
      FloatVector upper = even(m, i).add(odd(m, i));
      FloatVector lower = even(m, i + row).add(odd(m, i + row));
      upper.add(lower).mul(factor).intoArray(m, y + lane);
    }
  }

  /** Writes to all pixels of 16 windows a window's derivative at {@code dy}, times a factor. */
  static void spread(float[] m, int dy, float factor, int dx, int row) {
    for (int lane = LOGICAL - LENGTH; lane >= 0; lane -= LENGTH) {
      FloatVector d = fromArray(SPECIES, m, dy + lane).mul(factor);
      int i = dx + 2 * lane;
      FloatVector second = d.rearrange(SECOND);
      second.intoArray(m, i + LENGTH);
      second.intoArray(m, i + LENGTH + row);
      FloatVector first = d.rearrange(FIRST);
      first.intoArray(m, i);
      first.intoArray(m, i + row);
    }
  }

  /** Writes to the 16 floats at {@code y} the largest values of windows. */
  static void largest(float[] m, int x, int row, int y) {
    for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
      int i = x + 2 * lane;
      FloatVector a = even(m, i);
      FloatVector b = odd(m, i);
      FloatVector upper = b.blend(a, b.compare(VectorOperators.LE, a));
      FloatVector c = even(m, i + row);
      FloatVector d = odd(m, i + row);
      FloatVector lower = d.blend(c, d.compare(VectorOperators.LE, c));
      lower.blend(upper, lower.compare(VectorOperators.LE, upper)).intoArray(m, y + lane);
    }
  }

  /**
   * Writes a window's derivative at {@code dy} to its first pixel, in reading order, that has the
   * largest value at {@code y}, and 0 to the others.
   */
  static void choose(float[] m, int x, int row, int y, int dy, int dx) {
    FloatVector none = zero(SPECIES);
    for (int lane = LOGICAL - LENGTH; lane >= 0; lane -= LENGTH) {
      int i = x + 2 * lane;
      FloatVector best = fromArray(SPECIES, m, y + lane);
      FloatVector rest = fromArray(SPECIES, m, dy + lane);
      VectorMask<Float> found = even(m, i).compare(VectorOperators.EQ, best);
      FloatVector a = none.blend(rest, found);
      rest = none.blend(rest, found.not());
      found = odd(m, i).compare(VectorOperators.EQ, best);
      FloatVector b = none.blend(rest, found);
      rest = none.blend(rest, found.not());
      found = even(m, i + row).compare(VectorOperators.EQ, best);
      FloatVector c = none.blend(rest, found);
      rest = none.blend(rest, found.not());
      found = odd(m, i + row).compare(VectorOperators.EQ, best);
      FloatVector d = none.blend(rest, found);
      int to = dx + 2 * lane;
      a.rearrange(SECOND).blend(b.rearrange(SECOND), ODD_LANES).intoArray(m, to + LENGTH);
      c.rearrange(SECOND).blend(d.rearrange(SECOND), ODD_LANES).intoArray(m, to + LENGTH + row);
      a.rearrange(FIRST).blend(b.rearrange(FIRST), ODD_LANES).intoArray(m, to);
      c.rearrange(FIRST).blend(d.rearrange(FIRST), ODD_LANES).intoArray(m, to + row);
    }
  }
}
