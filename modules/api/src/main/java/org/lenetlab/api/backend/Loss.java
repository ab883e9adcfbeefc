package org.lenetlab.api.backend;

import org.lenetlab.api.network.Network;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Fraction;
import org.lenetlab.api.spec.Range;
import org.lenetlab.api.spec.SpecException;

/**
 * What training minimises: the mean over the batch of a loss per example, times {@link #scale}. The
 * outputs are written y, the label D, the number of classes n.
 */
public sealed interface Loss {

  /** A factor on the loss, and with it on gradient and curvature. */
  Fraction scale();

  /** −log softmax(y)[D]. */
  @Doc("softmax cross-entropy, −log softmax(y)[label]")
  record CrossEntropy(@Default("1") @Doc("a factor on the loss") Fraction scale) implements Loss {}

  /**
   * Squared distance of the outputs to a target vector: {@code on} for the label, {@code off} else.
   */
  @Doc("squared error between the outputs and a target of on (the label) and off (all others)")
  record MeanSquaredError(
      @Default("1") @Doc("target of the label's output") float on,
      @Default("0") @Doc("target of the other outputs") float off,
      @Default("mean") @Doc("over the outputs: mean, sum, or half-sum (½Σ)") Reduction reduction,
      @Default("1") @Doc("a factor on the loss") Fraction scale)
      implements Loss {

    /** How the squares of one example's outputs become its loss. */
    public enum Reduction {
      MEAN,
      SUM,
      HALF_SUM
    }

    /** The factor on the sum of squares of {@code outputs} outputs. */
    public double factor(int outputs) {
      return switch (reduction) {
        case MEAN -> 1.0 / outputs;
        case SUM -> 1;
        case HALF_SUM -> 0.5;
      };
    }
  }

  /** y[D] for RBF outputs y (LeCun et al. 1998, eq. 8). */
  @Doc("the distance of the label's RBF unit (LeCun et al. 1998, eq. 8)")
  record RbfMle(@Default("1") @Doc("a factor on the loss") Fraction scale) implements Loss {}

  /** y[D] + log(e^(−j) + Σ e^(−y[i])) for RBF outputs y (LeCun et al. 1998, eq. 9). */
  @Doc(
      "discriminative loss of RBF units with a rubbish class at distance j (LeCun et al. 1998, eq."
          + " 9)")
  record RbfMap(
      @Default("10") @Range(above = 0) @Doc("the constant j") double j,
      @Default("1") @Doc("a factor on the loss") Fraction scale)
      implements Loss {}

  /** Whether this loss is defined on distances to RBF targets. */
  default boolean needsDistances() {
    return this instanceof RbfMle || this instanceof RbfMap;
  }

  /**
   * Checks that this loss reads the network's outputs as what they are, scores or distances.
   *
   * @throws SpecException if it does not
   */
  default void requireFits(Network network) {
    SpecException.require(
        !needsDistances() || network.outputsDistances(),
        "",
        "this loss is about distances to RBF targets, which the network does not end with; use"
            + " cross-entropy or mse, or an rbf head");
    SpecException.require(
        needsDistances() || !network.outputsDistances(),
        "",
        "the network ends with distances to RBF targets; use the loss rbf-mle or rbf-map, or"
            + " another head");
  }
}
