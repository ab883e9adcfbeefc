package org.lenetlab.api.network;

import org.lenetlab.api.spec.SpecException;

/**
 * Euclidean radial basis functions with fixed centres: y[i] = Σ_j (x[j] − target[i][j])². The class
 * is the unit with the smallest output (LeCun et al. 1998, section II-B).
 */
public record SquaredDistance(Shape input, Targets targets) implements Op {

  public SquaredDistance {
    SpecException.require(
        input.size() == targets.length(),
        "targets",
        "the targets have "
            + targets.length()
            + " values each, the layer before has "
            + input.size()
            + " units");
  }

  @Override
  public Shape output() {
    return Shape.vector(targets.classes());
  }

  @Override
  public long fixedCount() {
    return (long) targets.classes() * targets.length();
  }

  @Override
  public long connectionCount() {
    return fixedCount();
  }

  @Override
  public long flops() {
    return 3 * fixedCount();
  }
}
