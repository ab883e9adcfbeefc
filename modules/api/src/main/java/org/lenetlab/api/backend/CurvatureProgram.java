package org.lenetlab.api.backend;

import org.lenetlab.api.data.Batch;

/** A program that can estimate the curvature of the loss. */
public interface CurvatureProgram extends Program {

  /**
   * The Gauss–Newton diagonal second derivative of the loss for every parameter, summed over the
   * batch's examples in order and added to {@code sum} (in the program's own order), by the
   * backward recursion of LeCun et al. 1998, appendix C. Shared weights sum over their connections.
   * Evaluation mode: no dropout.
   */
  void addCurvature(Batch batch, float[] sum);
}
