package org.lenetlab.optimizers;

import org.lenetlab.api.optimizer.Optimizer;
import org.lenetlab.api.optimizer.OptimizerSpec;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Range;

/**
 * {@code momentum}: gradient descent with momentum in PyTorch's form. v ← µv + g + λp, then p ← p −
 * η·v, or with Nesterov's look-ahead p ← p − η·(g + λp + µv) (Sutskever et al., On the importance
 * of initialization and momentum in deep learning, ICML 2013).
 */
@Doc("gradient descent with momentum, as PyTorch's SGD")
record Momentum(
    @Doc("µ, the share of the velocity that is kept") @Default("0.9") @Range(min = 0, below = 1)
        double momentum,
    @Doc("look ahead along the velocity") @Default("false") boolean nesterov,
    @Doc("λ, added to the gradient times the parameter") @Default("0") @Range(min = 0)
        double weightDecay)
    implements OptimizerSpec {

  @Override
  public Optimizer create(int size) {
    return new MomentumUpdate(this, size);
  }
}
