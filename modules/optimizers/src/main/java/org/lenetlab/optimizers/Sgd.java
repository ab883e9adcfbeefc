package org.lenetlab.optimizers;

import org.lenetlab.api.optimizer.Optimizer;
import org.lenetlab.api.optimizer.OptimizerSpec;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Range;

/** {@code sgd}: stochastic gradient descent, p ← p − η·(g + λp). */
@Doc("stochastic gradient descent")
record Sgd(
    @Doc("λ, added to the gradient times the parameter") @Default("0") @Range(min = 0)
        double weightDecay)
    implements OptimizerSpec {

  @Override
  public Optimizer create(int size) {
    return new SgdUpdate((float) weightDecay);
  }
}
