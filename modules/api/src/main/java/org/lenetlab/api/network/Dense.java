package org.lenetlab.api.network;

import java.util.Collections;
import java.util.List;
import org.lenetlab.api.network.ParameterSpec.Role;
import org.lenetlab.api.spec.SpecException;

/**
 * A fully connected layer, y = W·x + b, over the input flattened in the order (channel, row,
 * column).
 *
 * <p>Parameters: {@code weight} [units, inputs], {@code bias} [units].
 */
public record Dense(Shape input, int units) implements Op {

  public Dense {
    SpecException.require(units > 0, "units", "expected at least 1 unit");
  }

  @Override
  public Shape output() {
    return Shape.vector(units);
  }

  @Override
  public List<ParameterSpec> parameters() {
    List<Integer> fanIns = Collections.nCopies(units, input.size());
    return List.of(
        new ParameterSpec("weight", Role.WEIGHT, List.of(units, input.size()), fanIns, units),
        new ParameterSpec("bias", Role.BIAS, List.of(units), fanIns, units));
  }

  @Override
  public long connectionCount() {
    return (long) units * (input.size() + 1);
  }

  @Override
  public long flops() {
    return 2L * units * input.size();
  }
}
