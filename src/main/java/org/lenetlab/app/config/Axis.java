package org.lenetlab.app.config;

import java.util.List;
import java.util.Optional;

/**
 * What a sweep varies.
 *
 * @param name a dotted path, or a name of its own
 */
record Axis(String name, Place place, Choices choices) {

  /**
   * What a trial may take.
   *
   * @param label as tables show it
   * @param written in the file
   * @param changes to the file, in this order
   */
  record Value(String label, Tree written, List<Change> changes) {}

  /** Where values come from. */
  sealed interface Choices {}

  /** Values that are written down, at least one, each with a label of its own. */
  record Listed(List<Value> values) implements Choices {
    List<String> labels() {
      return values.stream().map(Value::label).toList();
    }

    /** The label of the value that {@code tree} names, by its label or as it is written. */
    Optional<String> label(Tree tree) {
      String text = AxisLabels.text(tree);
      return labels().contains(text)
          ? Optional.of(text)
          : values.stream()
              .filter(value -> Trees.json(value.written).equals(Trees.json(tree)))
              .map(Value::label)
              .findFirst();
    }
  }

  /** Numbers that are drawn. */
  record Drawn(Interval interval, Place place, List<Change.Segment> path) implements Choices {}
}
