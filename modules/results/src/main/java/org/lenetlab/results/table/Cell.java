package org.lenetlab.results.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenetlab.results.group.Sample;

/** A cell before it has a form. */
public sealed interface Cell {

  /** Whether it is the best of those it is compared with. */
  default boolean best() {
    return false;
  }

  /** Words, or a number as it was written. */
  record Text(String text) implements Cell {}

  /** How many. */
  record Count(long count) implements Cell {}

  /** A whole number that counts nothing, such as a seed. */
  record Whole(long value) implements Cell {}

  /** A number with the decimals of its column. */
  record Real(double value) implements Cell {}

  /**
   * A measurement over runs.
   *
   * @param statistic what is shown of it
   * @param origin null where it is not known
   */
  record Figure(Sample sample, Statistic statistic, boolean best, @Nullable Origin origin)
      implements Cell {

    /** Mean and standard deviation. */
    public Figure(Sample sample) {
      this(sample, Statistic.MEAN, false, null);
    }

    Figure asBest() {
      return new Figure(sample, statistic, true, origin);
    }
  }

  /**
   * Where a figure comes from.
   *
   * @param runs their ids
   * @param command that gives the figure again
   */
  record Origin(List<String> runs, String command) {
    public Origin {
      runs = List.copyOf(runs);
    }
  }

  /**
   * How much more or less than another figure.
   *
   * @param mark of its significance; empty for none
   */
  record Difference(double value, String mark) implements Cell {}

  /** A p value. */
  record Probability(double p) implements Cell {}

  /** From {@code low} to {@code high}. */
  record Interval(double low, double high) implements Cell {}

  /** Nothing to show. */
  record Empty() implements Cell {}
}
