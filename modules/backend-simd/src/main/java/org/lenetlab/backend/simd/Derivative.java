package org.lenetlab.backend.simd;

/**
 * What a backward pass carries. Both obey the same recursion; the second enters with local
 * derivatives squared, that is with squared weights and squared inputs (LeCun et al. 1998, appendix
 * C).
 */
enum Derivative {
  /** First derivatives of the loss. */
  GRADIENT,

  /** Diagonal second derivatives of the loss in the Gauss–Newton approximation. */
  CURVATURE
}
