package org.lenetlab.results.group;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/** One figure over several runs. */
public final class Sample {
  private final double[] values;

  /**
   * @throws IllegalArgumentException if there is no value
   */
  public Sample(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a sample needs a value");
    }
    this.values = values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The values, in the order of the runs. */
  public List<Double> values() {
    return Arrays.stream(values).boxed().toList();
  }

  public int n() {
    return values.length;
  }

  public double mean() {
    return Mean.of(values).getAsDouble();
  }

  /** The standard deviation with n − 1; NaN for a single value, which has none. */
  public double sd() {
    return values.length == 1 ? Double.NaN : StandardDeviation.of(values).getAsDouble();
  }

  public double median() {
    return Median.withDefaults().evaluate(values);
  }

  public double min() {
    return Arrays.stream(values).min().orElseThrow();
  }

  public double max() {
    return Arrays.stream(values).max().orElseThrow();
  }
}
