package org.lenetlab.api.network;

import java.util.List;

/**
 * One trainable tensor of an op.
 *
 * @param name its local name: {@code weight}, {@code bias} or {@code coefficient}
 * @param role what an initialiser needs to know about it
 * @param shape PyTorch's layout: convolution [outputs, inputs, kernel, kernel], or [links, kernel,
 *     kernel] with a connection table (links ordered by output map, then input map); dense
 *     [outputs, inputs]; all others [channels]
 * @param fanIns for each slice along the first axis, the number of inputs of the units that it
 *     belongs to (the F of ±2.4/F; without the bias)
 * @param fanOut the number of units that one input feeds, averaged over inputs
 */
public record ParameterSpec(
    String name, Role role, List<Integer> shape, List<Integer> fanIns, double fanOut) {

  /** What a parameter does in its unit. */
  public enum Role {
    WEIGHT,
    BIAS,
    COEFFICIENT
  }

  public ParameterSpec {
    shape = List.copyOf(shape);
    fanIns = List.copyOf(fanIns);
    if (fanIns.size() != shape.getFirst()) {
      throw new IllegalArgumentException(
          "expected one fan-in per slice: " + fanIns.size() + " for shape " + shape);
    }
  }

  /** Number of values. */
  public int size() {
    int size = 1;
    for (int length : shape) {
      size = Math.multiplyExact(size, length);
    }
    return size;
  }
}
