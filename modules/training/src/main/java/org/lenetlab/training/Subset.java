package org.lenetlab.training;

import java.util.stream.IntStream;
import org.lenetlab.api.data.Examples;

/**
 * Some examples of a set, by index; the images themselves are shared, never copied.
 *
 * @param indices into {@code examples}, ascending; not to be changed
 */
public record Subset(Examples examples, int[] indices) {

  /** All examples, in stored order. */
  public static Subset all(Examples examples) {
    return new Subset(examples, IntStream.range(0, examples.count()).toArray());
  }

  /** Number of examples. */
  public int count() {
    return indices.length;
  }
}
