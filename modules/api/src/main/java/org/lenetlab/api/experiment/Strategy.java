package org.lenetlab.api.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Range;

/** How a sweep chooses its trials. */
public sealed interface Strategy {

  /** How many combinations are drawn at random; empty for all of them. */
  OptionalInt drawn();

  /** Every combination of the values of all axes. */
  @Doc("every combination of the values of all axes")
  record Grid() implements Strategy {
    @Override
    public OptionalInt drawn() {
      return OptionalInt.empty();
    }
  }

  /**
   * Combinations drawn at random, each different from the others. Trial k is the same however many
   * there are.
   */
  @Doc("combinations drawn at random, each different from the others")
  record Random(
      @Doc("how many") @Range(min = 1) int trials,
      @Default("1") @Doc("of the draw; the runs have their own") long seed)
      implements Strategy {
    @Override
    public OptionalInt drawn() {
      return OptionalInt.of(trials);
    }
  }

  /**
   * Synchronous successive halving: all trials are trained for a few epochs, then the best by
   * validation accuracy for more, until the last for all epochs (Karnin, Koren and Somekh 2013;
   * Jamieson and Talwalkar 2016, algorithm 1). Each round waits for all of its runs, so that the
   * choice depends on no machine.
   */
  @Doc("the best by validation accuracy go on, round by round, until the last have all epochs")
  record Halving(
      @Default("3")
          @Range(min = 2)
          @Doc("one trial in so many goes on, for so many times the epochs")
          int eta,
      @Default("1") @Range(min = 1) @Doc("epochs of the first round") int epochs,
      @Range(min = 1) @Doc("combinations to draw at random; every one where it is left out")
          @Nullable Integer trials,
      @Default("1") @Doc("of the draw; the runs have their own") long seed)
      implements Strategy {

    /**
     * Some trials trained up to the same epoch.
     *
     * @param epoch counted from the start of training
     */
    public record Round(int trials, int epoch) {}

    @Override
    public OptionalInt drawn() {
      return trials == null ? OptionalInt.empty() : OptionalInt.of(trials);
    }

    /** The rounds of {@code count} trials that have {@code allEpochs} in the end. */
    public List<Round> rounds(int count, int allEpochs) {
      List<Round> rounds = new ArrayList<>();
      int left = count;
      long epoch = epochs;
      while (left > 1 && epoch < allEpochs) {
        rounds.add(new Round(left, (int) epoch));
        left = Math.max(1, left / eta);
        epoch *= eta;
      }
      rounds.add(new Round(left, allEpochs));
      return rounds;
    }
  }
}
