package org.lenetlab.results.claim;

import org.lenetlab.api.experiment.Expectation;

/**
 * A claim beside what was found, and whether it holds.
 *
 * @param subject what is claimed: {@code test-accuracy, epoch 5}
 * @param claimed the figure of the source
 * @param ours what was found here; empty if nothing was
 * @param rule what counts as reproduced
 * @param detail by how much it is missed; empty otherwise
 */
public record Judgement(
    Expectation claim,
    String subject,
    String claimed,
    String ours,
    String rule,
    Verdict verdict,
    String detail) {}
