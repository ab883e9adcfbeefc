package org.lenetlab.data;

import java.util.List;
import org.lenetlab.api.spec.SpecException;

/** The key {@code size}: height and width, or one number for both. */
final class Sizes {
  private static final int LARGEST = 4096;

  private Sizes() {}

  /**
   * The same list, unmodifiable.
   *
   * @throws SpecException if it is something other than one or two positive numbers
   */
  static List<Integer> checked(List<Integer> size) {
    SpecException.require(
        size.size() == 1 || size.size() == 2,
        "size",
        "expected one number or [height, width], not " + size);
    for (int i = 0; i < size.size(); i++) {
      SpecException.require(
          size.get(i) >= 1 && size.get(i) <= LARGEST,
          "size/" + i,
          "expected 1 … " + LARGEST + " pixels, not " + size.get(i));
    }
    return List.copyOf(size);
  }
}
