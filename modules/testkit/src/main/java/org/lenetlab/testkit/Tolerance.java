package org.lenetlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Parameter;
import org.lenetlab.api.network.Stage;

/**
 * How far a backend that computes in float may be from one that computes in double.
 *
 * <p>Rounding errors are at most u = 2⁻²⁴ of each value, and behave like independent random
 * numbers: a sum of K terms is off by about u·√K of the terms' size, whatever its order, and the
 * errors of the ops that a value passes through add up. The longest sums are those of weight
 * gradients, over the batch and all places of a map. A wrong index, factor or border is off by
 * orders of magnitude more.
 */
final class Tolerance {
  private static final double UNIT_ROUNDOFF = 0x1p-24;

  /** Values smaller than this share of the largest are left over from cancellation. */
  private static final double NOISE_FLOOR = 1e-2;

  private final double relative;

  private Tolerance(double relative) {
    this.relative = relative;
  }

  /** For the results of a batch of {@code examples}, relative to the largest value beside each. */
  static Tolerance of(Network network, int examples) {
    double longest = examples;
    for (Stage stage : network.stages()) {
      longest = Math.max(longest, longestSum(stage.op(), examples));
    }
    return new Tolerance(UNIT_ROUNDOFF * (12 * network.stages().size() + 8 * Math.sqrt(longest)));
  }

  private static double longestSum(Op op, int examples) {
    double terms = op.flops() / 2.0 / op.output().size();
    return op instanceof Convolution
        ? Math.max(terms, (double) examples * op.output().plane())
        : Math.max(terms, examples);
  }

  /**
   * The same with room for the error of functions such as exp, which turn the rounding error of an
   * argument of this {@code size} into a relative error of their value.
   */
  Tolerance withArguments(double size) {
    return new Tolerance(relative + 8 * UNIT_ROUNDOFF * size);
  }

  /** A tolerance of {@code relative} times the largest value beside each. */
  static Tolerance relative(double relative) {
    return new Tolerance(relative);
  }

  /** Compares single values that were computed from ones as large as {@code scale}. */
  void check(String what, double actual, double expected, double scale) {
    check(what, new float[] {(float) actual}, new float[] {(float) expected}, 0, 1, scale);
  }

  /** Compares vectors as a whole. */
  void check(String what, float[] actual, float[] expected) {
    assertThat(actual).as("length of " + what).hasSize(expected.length);
    check(what, actual, expected, 0, expected.length, 0);
  }

  /** Compares vectors in canonical order tensor by tensor. */
  void check(String what, float[] actual, float[] expected, List<Parameter> tensors) {
    assertThat(actual).as("length of " + what).hasSize(expected.length);
    double floor = NOISE_FLOOR * largest(expected);
    for (Parameter tensor : tensors) {
      int from = tensor.offset();
      String name = what + " of " + tensor.name();
      check(name, actual, expected, from, from + tensor.size(), floor);
    }
  }

  private void check(
      String what, float[] actual, float[] expected, int from, int to, double floor) {
    double limit = relative * Math.max(floor, largest(expected, from, to));
    for (int i = from; i < to; i++) {
      // Negated, so that a difference of NaN fails.
      if (!(Math.abs((double) actual[i] - expected[i]) <= limit)) {
        throw new AssertionError(
            "%s: value %d of %d is %s, expected %s ± %.2g"
                .formatted(what, i - from, to - from, actual[i], expected[i], limit));
      }
    }
  }

  static double largest(float[] values) {
    return largest(values, 0, values.length);
  }

  private static double largest(float[] values, int from, int to) {
    double largest = 0;
    for (int i = from; i < to; i++) {
      largest = Math.max(largest, Math.abs(values[i]));
    }
    return largest;
  }
}
