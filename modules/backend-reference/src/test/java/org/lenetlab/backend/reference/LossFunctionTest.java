package org.lenetlab.backend.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.backend.Loss.MeanSquaredError.Reduction;
import org.lenetlab.api.spec.Fraction;

final class LossFunctionTest {
  private static final double[] OUTPUTS = {1, 3, 2};
  private static final Loss CROSS_ENTROPY = new Loss.CrossEntropy(Fraction.ONE);

  private static double loss(Loss loss, int label, double... outputs) {
    return LossFunction.of(loss, outputs.length).at(outputs, label);
  }

  private static Loss map(double j) {
    return new Loss.RbfMap(j, Fraction.ONE);
  }

  @Test
  void crossEntropyIsMinusTheLogOfTheLabelsProbability() {
    double sum = Math.exp(1) + Math.exp(3) + Math.exp(2);
    assertThat(loss(CROSS_ENTROPY, 2, OUTPUTS))
        .isCloseTo(-Math.log(Math.exp(2) / sum), offset(1e-12));
  }

  @Test
  void crossEntropyStaysFiniteForLargeOutputs() {
    assertThat(loss(CROSS_ENTROPY, 0, -1000, 1000)).isEqualTo(2000);
    assertThat(loss(CROSS_ENTROPY, 1, -1000, 1000)).isZero();
  }

  @Test
  void mapAddsTheLogOfAllEvidence() {
    double sum = Math.exp(-0.5) + Math.exp(-1) + Math.exp(-3) + Math.exp(-2);
    assertThat(loss(map(0.5), 1, OUTPUTS)).isCloseTo(3 + Math.log(sum), offset(1e-12));
  }

  @Test
  void mapWithLargeJIsCrossEntropyOverNegativeDistances() {
    assertThat(loss(map(200), 1, 5, 60, 7))
        .isCloseTo(loss(CROSS_ENTROPY, 1, -5, -60, -7), offset(1e-12));
  }

  @Test
  void mapStaysFiniteForLargeDistances() {
    assertThat(loss(map(10), 0, 5000, 6000)).isEqualTo(4990);
  }

  @Test
  void mleIsTheLabelsDistance() {
    assertThat(loss(new Loss.RbfMle(Fraction.ONE), 2, OUTPUTS)).isEqualTo(2);
  }

  @Test
  void squaredErrorIsReducedAsDeclared() {
    assertThat(squaredError(Reduction.SUM)).isEqualTo(4 + 4 + 9);
    assertThat(squaredError(Reduction.HALF_SUM)).isEqualTo(8.5);
    assertThat(squaredError(Reduction.MEAN)).isCloseTo(17 / 3.0, offset(1e-12));
  }

  private static double squaredError(Reduction reduction) {
    return loss(new Loss.MeanSquaredError(1, -1, reduction, Fraction.ONE), 1, OUTPUTS);
  }
}
