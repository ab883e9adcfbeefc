package org.lenetlab.optimizers;

import org.lenetlab.api.optimizer.Optimizer;
import org.lenetlab.api.optimizer.OptimizerSpec;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Range;

/**
 * {@code sdlm}: the stochastic diagonal Levenberg–Marquardt method of LeCun et al. 1998, appendix
 * C. p ← p − η/(µ + h)·g, where h is the Gauss–Newton diagonal second derivative of the loss for
 * that parameter, estimated before each epoch and held during it.
 */
@Doc("stochastic diagonal Levenberg–Marquardt (LeCun et al. 1998): a rate of its own per parameter")
record Sdlm(
    @Doc("µ, keeps the rates finite where the curvature is small")
        @Default("0.02")
        @Range(above = 0)
        double mu,
    @Doc("training examples that the curvature is estimated on before each epoch")
        @Default("500")
        @Range(min = 1)
        int samples)
    implements OptimizerSpec {

  @Override
  public Optimizer create(int size) {
    return new SdlmUpdate(this, size);
  }

  @Override
  public boolean needsCurvature() {
    return true;
  }
}
