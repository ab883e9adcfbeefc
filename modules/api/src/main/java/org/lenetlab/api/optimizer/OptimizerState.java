package org.lenetlab.api.optimizer;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What an optimizer carries from step to step, by name: vectors of one value per parameter, and
 * counters.
 */
public record OptimizerState(Map<String, float[]> vectors, Map<String, Long> counters) {

  /** The state of an optimizer that carries nothing. */
  public static final OptimizerState NONE = new OptimizerState(Map.of(), Map.of());

  public OptimizerState {
    vectors = Map.copyOf(vectors);
    counters = Map.copyOf(counters);
  }

  /** The same state with every vector mapped, for instance to another order of the parameters. */
  public OptimizerState mapVectors(UnaryOperator<float[]> mapping) {
    Map<String, float[]> mapped = new TreeMap<>();
    vectors.forEach((name, vector) -> mapped.put(name, mapping.apply(vector)));
    return new OptimizerState(mapped, counters);
  }
}
