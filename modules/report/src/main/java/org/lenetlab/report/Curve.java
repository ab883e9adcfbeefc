package org.lenetlab.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.results.group.Sample;

/**
 * A curve with a band around it.
 *
 * @param across positions, ascending
 * @param middle values
 * @param low lower end of the band at each position
 * @param high upper end of the band at each position
 */
record Curve(String name, double[] across, double[] middle, double[] low, double[] high) {

  /**
   * A figure of the epochs of several runs: the mean, and a band from the smallest to the largest,
   * as far as all of them were trained. Epochs without the figure are left out.
   */
  static Curve overEpochs(
      String name, List<List<EpochMetrics>> runs, ToDoubleFunction<EpochMetrics> figure) {
    int epochs = runs.stream().mapToInt(List::size).min().orElse(0);
    List<double[]> points =
        IntStream.range(0, epochs)
            .mapToObj(
                epoch -> {
                  Sample sample =
                      new Sample(
                          runs.stream().map(run -> figure.applyAsDouble(run.get(epoch))).toList());
                  return new double[] {epoch + 1, sample.mean(), sample.min(), sample.max()};
                })
            .filter(point -> Double.isFinite(point[1]))
            .toList();
    return of(name, points);
  }

  /** Through points of position, middle, low and high. */
  static Curve of(String name, List<double[]> points) {
    return new Curve(
        name, column(points, 0), column(points, 1), column(points, 2), column(points, 3));
  }

  private static double[] column(List<double[]> points, int index) {
    return points.stream().mapToDouble(point -> point[index]).toArray();
  }

  boolean isEmpty() {
    return across.length == 0;
  }

  boolean hasBand() {
    return across.length > 1 && !Arrays.equals(low, high);
  }

  /** Its last value. */
  double last() {
    return middle[middle.length - 1];
  }
}
