package org.lenetlab.app.fidelity;

import java.util.ArrayList;
import java.util.List;

/** Collects deviations. */
final class Deviations {
  static final String NONE = "none";

  private final List<Deviation> found = new ArrayList<>();

  /** Notes an aspect whose two descriptions differ. */
  void compare(String aspect, Object published, Object here) {
    noteUnless(published.toString().equals(here.toString()), aspect, published, here);
  }

  /** Notes an aspect that is not the same, whatever its descriptions say. */
  void noteUnless(boolean same, String aspect, Object published, Object here) {
    if (!same) {
      found.add(new Deviation(aspect, published.toString(), here.toString()));
    }
  }

  List<Deviation> all() {
    return List.copyOf(found);
  }
}
