package org.lenetlab.app.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenetlab.app.config.Interval.Distribution;

/** Reads {@code {log-uniform: [0.001, 1]}}. */
final class IntervalReader {
  private IntervalReader() {}

  /** The interval, or null where it is wrong, which is added to {@code problems}. */
  static @Nullable Interval read(String name, Tree.Entry bounds, List<Diagnostic> problems) {
    Distribution distribution = Interval.DISTRIBUTIONS.get(name);
    List<Double> numbers = numbers(bounds.value());
    if (distribution == null || numbers.size() != 2 || numbers.getFirst() > numbers.getLast()) {
      problems.add(wrong(bounds, name, "[from, to], such as [0.001, 1]"));
      return null;
    }
    double from = numbers.getFirst();
    double to = numbers.getLast();
    if (distribution == Distribution.LOG_UNIFORM && from <= 0) {
      problems.add(wrong(bounds, name, "bounds above 0"));
      return null;
    }
    if (distribution == Distribution.INT && (from != Math.rint(from) || to != Math.rint(to))) {
      problems.add(wrong(bounds, name, "whole numbers"));
      return null;
    }
    return new Interval(distribution, from, to);
  }

  private static Diagnostic wrong(Tree.Entry bounds, String name, String expected) {
    return Diagnostic.error(bounds.place(), name + " must have " + expected, "both are included");
  }

  /** The numbers of a list; none where anything else stands in it. */
  private static List<Double> numbers(Tree tree) {
    List<Double> numbers = new ArrayList<>();
    if (tree instanceof Tree.Sequence list) {
      for (Tree item : list.items()) {
        if (!(item instanceof Tree.Scalar(_, var kind, var text)
            && (kind == Tree.Kind.WHOLE || kind == Tree.Kind.REAL))) {
          return List.of();
        }
        numbers.add(new BigDecimal(text).doubleValue());
      }
    }
    return numbers;
  }
}
