package org.lenetlab.testkit;

import static org.lenetlab.testkit.Losses.RBF_MAP;
import static org.lenetlab.testkit.Losses.RBF_MLE;

import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.backend.Loss.MeanSquaredError.Reduction;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.spec.Fraction;

/** Networks that try the losses. */
final class LossCases {
  private static final Activation TANH = new Activation.Tanh();

  private LossCases() {}

  static void addTo(CaseList cases) {
    for (Reduction reduction : Reduction.values()) {
      cases.add(
          "squared error, " + reduction,
          new Loss.MeanSquaredError(0.8f, -0.3f, reduction, Fraction.parse("2.5")),
          NetworkBuilder.input(1, 6, 6).dense(9).activation(TANH).dense(7));
    }
    cases.add(
        "cross-entropy, scaled", new Loss.CrossEntropy(Fraction.parse("1/3")), mlp(5).dense(6));
    cases.add("rbf-mle", RBF_MLE, mlp(21).activation(new Activation.ScaledTanh()).distances(10));
    cases.add("rbf-mle, scaled", new Loss.RbfMle(Fraction.parse("0.1")), mlp(5).distances(3));
    cases.add(
        "rbf-map, large j", RBF_MAP, mlp(84).activation(new Activation.ScaledTanh()).distances(10));
    cases.add("rbf-map, small j", new Loss.RbfMap(0.1, Fraction.ONE), mlp(6).distances(4));
    cases.add(
        "squared error of distances",
        Losses.squaredError(Reduction.MEAN),
        mlp(6).activation(TANH).distances(4));
  }

  static NetworkBuilder mlp(int units) {
    return NetworkBuilder.input(1, 5, 5).dense(units).activation(TANH).dense(units);
  }
}
