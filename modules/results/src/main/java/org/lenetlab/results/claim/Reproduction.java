package org.lenetlab.results.claim;

import java.util.List;

/**
 * What became of the claims of one experiment.
 *
 * @param experiment its name
 * @param about one sentence for the reader; may be empty
 * @param judgements in the order of the claims
 * @param obstacles why figures are missing, such as a dataset that is not there
 * @param commands how to get the figures again
 */
public record Reproduction(
    String experiment,
    String about,
    List<Judgement> judgements,
    List<String> obstacles,
    Commands commands) {

  /**
   * Commands that give the figures again.
   *
   * @param train for what needs training
   * @param plan for counts and shapes
   */
  public record Commands(String train, String plan) {}

  public Reproduction {
    judgements = List.copyOf(judgements);
    obstacles = List.copyOf(obstacles);
  }

  /** Whether every claim of a figure is reproduced, and nothing stood in the way. */
  public boolean holds() {
    return obstacles.isEmpty()
        && judgements.stream().map(Judgement::verdict).allMatch(Verdict::holds);
  }

  /** The command that gives the figure of {@code judgement} again. */
  String command(Judgement judgement) {
    return judgement.needsTraining() ? commands.train : commands.plan;
  }
}
