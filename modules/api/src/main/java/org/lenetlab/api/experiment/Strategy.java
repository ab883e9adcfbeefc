package org.lenetlab.api.experiment;

import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Range;

/** How a sweep chooses its trials. */
public sealed interface Strategy {

  /** Every combination of the values of all axes. */
  @Doc("every combination of the values of all axes")
  record Grid() implements Strategy {}

  /**
   * Combinations drawn at random, each different from the others. Trial k is the same however many
   * there are.
   */
  @Doc("combinations drawn at random, each different from the others")
  record Random(
      @Doc("how many") @Range(min = 1) int trials,
      @Default("1") @Doc("of the draw; the runs have their own") long seed)
      implements Strategy {}
}
