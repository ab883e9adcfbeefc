package org.lenetlab.results.table;

/** A cell before it has a form. */
public sealed interface Cell {

  /** Words, or a number as it was written. */
  record Text(String text) implements Cell {}

  /** A whole number. */
  record Count(long count) implements Cell {}

  /** A measurement, as mean and standard deviation over runs. */
  record Figure(Sample sample) implements Cell {}

  /** From {@code low} to {@code high}. */
  record Interval(double low, double high) implements Cell {}

  /** Nothing to show. */
  record Empty() implements Cell {}
}
