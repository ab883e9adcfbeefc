package org.lenetlab.api.optimizer;

/** Gives an optimizer the curvature of the loss before an epoch. */
public interface CurvatureSource {

  /**
   * The Gauss–Newton diagonal second derivative of the loss for every parameter, averaged over
   * {@code samples} training examples drawn for this epoch, in the order of the vectors that {@link
   * Optimizer#update} sees. For a shared weight it is summed over the connections that share it
   * (LeCun et al. 1998, appendix C).
   *
   * @throws UnsupportedOperationException if the backend has no curvature; a checked experiment
   *     never gets there
   */
  float[] diagonal(int samples);
}
