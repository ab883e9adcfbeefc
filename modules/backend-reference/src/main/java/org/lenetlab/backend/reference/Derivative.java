package org.lenetlab.backend.reference;

/**
 * What a backward pass carries from the outputs to the inputs. Both obey the same recursion over
 * the local derivatives (an op's ∂y/∂x and ∂y/∂w); they differ in how a local derivative enters it.
 */
enum Derivative {
  /** First derivatives of the loss: the chain rule, local derivatives as they are. */
  GRADIENT {
    @Override
    double factor(double local) {
      return local;
    }
  },

  /**
   * Diagonal second derivatives of the loss in the Gauss–Newton approximation: local derivatives
   * squared (LeCun et al. 1998, appendix C).
   */
  CURVATURE {
    @Override
    double factor(double local) {
      return local * local;
    }
  };

  /** The factor with which a local derivative enters. */
  abstract double factor(double local);
}
