package org.lenetlab.results.claim;

import org.jspecify.annotations.Nullable;
import org.lenetlab.api.experiment.Expectation;

/**
 * A claim beside what was found, and whether it holds.
 *
 * @param subject what is claimed: {@code test-accuracy %, epoch 5}
 * @param claimed the figure of the source; empty if it has none
 * @param ours what was found here; empty if nothing was
 * @param measurement the figures behind it; null for counts and shapes, and where nothing was
 *     measured
 * @param rule what counts as reproduced
 * @param detail by how much it is missed; empty otherwise
 */
public record Judgement(
    Expectation claim,
    String subject,
    String claimed,
    String ours,
    @Nullable Measurement measurement,
    String rule,
    Verdict verdict,
    String detail) {

  /** Whether it takes training to judge the claim. */
  public boolean needsTraining() {
    return claim.metric() != null;
  }

  /** The verdict, and by how much the claim is missed. */
  String outcome() {
    return detail.isEmpty() ? verdict.toString() : verdict + ", " + detail;
  }
}
