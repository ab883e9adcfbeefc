package org.lenetlab.optimizers;

import org.lenetlab.api.optimizer.Optimizer;
import org.lenetlab.api.optimizer.OptimizerSpec;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Range;

/**
 * {@code adam}: Kingma and Ba, Adam: a method for stochastic optimization, ICLR 2015, with bias
 * correction. m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², p ← p − η·m̂ / (√v̂ + ε), where m̂ = m/(1
 * − β₁ᵗ) and v̂ = v/(1 − β₂ᵗ) in step t, and g includes λp.
 */
@Doc("Adam with bias correction")
record Adam(
    @Doc("β₁, decay of the mean gradient") @Default("0.9") @Range(min = 0, below = 1) double beta1,
    @Doc("β₂, decay of the mean squared gradient") @Default("0.999") @Range(min = 0, below = 1)
        double beta2,
    @Doc("ε, keeps the denominator away from 0") @Default("1e-8") @Range(above = 0) double epsilon,
    @Doc("λ, added to the gradient times the parameter") @Default("0") @Range(min = 0)
        double weightDecay)
    implements OptimizerSpec {

  @Override
  public Optimizer create(int size) {
    return new AdamUpdate(this, size);
  }
}
