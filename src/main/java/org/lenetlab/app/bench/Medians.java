package org.lenetlab.app.bench;

import java.util.List;

/** The middle of some measurements: what disturbed a few of them does not move it. */
final class Medians {
  private Medians() {}

  /** The median of at least one value. */
  static double of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
