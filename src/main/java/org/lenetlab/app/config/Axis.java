package org.lenetlab.app.config;

import java.util.List;

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
   * @param changes to the file, in this order
   */
  record Value(String label, Place place, List<Change> changes) {}

  /** Where values come from. */
  sealed interface Choices {}

  /** Values that are written down, at least one, each with a label of its own. */
  record Listed(List<Value> values) implements Choices {
    List<String> labels() {
      return values.stream().map(Value::label).toList();
    }
  }

  /** Numbers that are drawn. */
  record Drawn(Interval interval, Place place, List<Change.Segment> path) implements Choices {}
}
