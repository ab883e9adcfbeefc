package org.lenetlab.results.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Holm's correction for several comparisons (Holm 1979). */
public final class Holm {
  private Holm() {}

  /**
   * The p values that keep the chance of any false alarm among all comparisons where it was meant
   * to be for one: the smallest times their number, the next times one less, and so on, never
   * falling. NaN stands for no comparison and stays.
   */
  public static double[] adjusted(double[] p) {
    int[] order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[p.length];
    Arrays.fill(adjusted, Double.NaN);
    double least = 0;
    for (int k = 0; k < order.length; k++) {
      least = Math.min(1, Math.max(least, (order.length - k) * p[order[k]]));
      adjusted[order[k]] = least;
    }
    return adjusted;
  }
}
