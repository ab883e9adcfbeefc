package org.lenetlab.app.fidelity;

import java.util.ArrayList;
import java.util.List;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.app.fidelity.Anatomy.Pair;
import org.lenetlab.app.fidelity.KnownLenets.Known;

/**
 * How much a network is like a known one: sizes, kernels, connection tables, whether subsampling is
 * trainable, and the kind of output. Rewrites differ freely in squashing and in average or maximum,
 * so these do not count.
 *
 * @param distance number of differences; 0 for the same structure
 * @param differing the layers that differ
 */
record Likeness(Known known, int distance, List<String> differing) {
  /** As much as a layer that is different in everything. */
  private static final int MISSING = 3;

  Likeness {
    differing = List.copyOf(differing);
  }

  static Likeness of(Known known, Anatomy anatomy) {
    int distance = 0;
    List<String> differing = new ArrayList<>();
    for (Pair pair : known.subject().anatomy().beside(anatomy)) {
      int differences =
          pair.published().isPresent() && pair.here().isPresent()
              ? differences(pair.published().get(), pair.here().get())
              : MISSING;
      distance += differences;
      if (differences > 0) {
        differing.add(pair.name());
      }
    }
    return new Likeness(known, distance, differing);
  }

  private static int differences(Block known, Block other) {
    int differences = 0;
    differences += known.role() == other.role() ? 0 : 1;
    differences += known.output().equals(other.output()) ? 0 : 1;
    differences += known.coefficients().isPresent() == other.coefficients().isPresent() ? 0 : 1;
    if (known.core() instanceof Convolution a && other.core() instanceof Convolution b) {
      differences += a.kernel() == b.kernel() ? 0 : 1;
      differences += a.connections().isFull() == b.connections().isFull() ? 0 : 1;
    }
    return differences;
  }
}
