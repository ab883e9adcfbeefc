package org.lenetlab.testkit;

import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.backend.Loss.MeanSquaredError.Reduction;
import org.lenetlab.api.spec.Fraction;

/** Losses for tests. */
public final class Losses {

  /** Softmax cross-entropy. */
  public static final Loss CROSS_ENTROPY = new Loss.CrossEntropy(Fraction.ONE);

  /** The MLE criterion for RBF outputs. */
  public static final Loss RBF_MLE = new Loss.RbfMle(Fraction.ONE);

  /** The MAP criterion for RBF outputs with j = 10, scaled as for LeNet-5. */
  public static final Loss RBF_MAP = new Loss.RbfMap(10, Fraction.parse("1/84"));

  private Losses() {}

  /** Squared error to targets of ±1. */
  public static Loss squaredError(Reduction reduction) {
    return new Loss.MeanSquaredError(1, -1, reduction, Fraction.ONE);
  }
}
