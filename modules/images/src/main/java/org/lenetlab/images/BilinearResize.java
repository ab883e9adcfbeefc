package org.lenetlab.images;

import java.util.Arrays;
import org.lenetlab.api.network.Shape;

/**
 * Bilinear resizing of one channel as in Pillow's {@code Resample.c}: two passes, horizontal then
 * vertical, with a triangle filter that widens by the scale when it reduces. Bytes are computed
 * with weights of 22 fractional bits and rounded between the passes, floats in double precision.
 * Safe for use by several threads.
 *
 * @see <a href="https://github.com/python-pillow/Pillow/blob/main/src/libImaging/Resample.c">the
 *     original</a>
 */
public final class BilinearResize {
  private static final int PRECISION_BITS = 32 - 8 - 2;
  private static final int HALF = 1 << (PRECISION_BITS - 1);

  private final int height;
  private final int width;
  private final Axis horizontal;
  private final Axis vertical;

  /** A resizing of each channel of {@code from} to the height and width of {@code to}. */
  public BilinearResize(Shape from, Shape to) {
    height = from.height();
    width = from.width();
    horizontal = new Axis(from.width(), to.width());
    vertical = new Axis(from.height(), to.height());
  }

  /** Where each output pixel's inputs start along one axis, and their weights. */
  private static final class Axis {
    final int size;
    final int[] first;
    final double[][] weights;

    /** For bytes, the same number of inputs for each output: some weigh nothing. */
    final int taps;

    final int[] starts;
    final int[][] fixed;

    Axis(int from, int to) {
      size = to;
      first = new int[to];
      weights = new double[to][];
      double scale = (double) from / to;
      double support = Math.max(scale, 1);
      for (int i = 0; i < to; i++) {
        double center = (i + 0.5) * scale;
        first[i] = Math.max((int) (center - support + 0.5), 0);
        int end = Math.min((int) (center + support + 0.5), from);
        weights[i] = triangle(first[i] - center + 0.5, end - first[i], support);
      }
      taps = Arrays.stream(weights).mapToInt(w -> w.length).max().orElse(0);
      starts = Arrays.stream(first).map(start -> Math.min(start, from - taps)).toArray();
      fixed = new int[taps][to];
      for (int i = 0; i < to; i++) {
        for (int k = 0; k < weights[i].length; k++) {
          int weight = (int) (0.5 + weights[i][k] * (1 << PRECISION_BITS));
          fixed[first[i] - starts[i] + k][i] = weight;
        }
      }
    }

    private static double[] triangle(double start, int count, double support) {
      double[] weights = new double[count];
      double sum = 0;
      for (int k = 0; k < count; k++) {
        weights[k] = Math.max(1 - Math.abs((k + start) * (1 / support)), 0);
        sum += weights[k];
      }
      for (int k = 0; k < count; k++) {
        weights[k] /= sum;
      }
      return weights;
    }
  }

<<<<<<< HEAD:modules/images/src/main/java/org/lenetlab/images/BilinearResize.java
  /** Resizes the channel of {@code from} that begins at {@code source} to {@code target}. */
  public void bytes(byte[] from, int source, byte[] to, int target) {
    int[] columns = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        columns[x * height + y] = from[source + y * width + x] & 0xFF;
=======
  /** Resizes {@code planes} planes of bytes that lie one after the other. */
  void bytes(byte[] from, int source, byte[] to, int target, int planes) {
    int length = planes * horizontal.size;
    byte[] lines = new byte[height * length];
    int[] sums = new int[horizontal.size];
    for (int row = 0; row < planes * height; row++) {
      Arrays.fill(sums, HALF);
      for (int k = 0; k < horizontal.taps; k++) {
        addInputs(from, source + row * width + k, horizontal.starts, horizontal.fixed[k], sums);
>>>>>>> f5819f0 (Resize sixteen images at a time, with lines as long as vector units like):modules/data/src/main/java/org/lenetlab/data/BilinearResize.java
      }
      round(sums, lines, row % height * length + row / height * horizontal.size);
    }
    byte[] resized = new byte[vertical.size * length];
    sums = new int[length];
    for (int y = 0; y < vertical.size; y++) {
      Arrays.fill(sums, HALF);
      for (int k = 0; k < vertical.taps; k++) {
        addLine(lines, (vertical.starts[y] + k) * length, vertical.fixed[k][y], sums);
      }
      round(sums, resized, y * length);
    }
    for (int y = 0; y < planes * vertical.size; y++) {
      int start = y % vertical.size * length + y / vertical.size * horizontal.size;
      System.arraycopy(resized, start, to, target + y * horizontal.size, horizontal.size);
    }
  }

  private static void addInputs(byte[] line, int start, int[] inputs, int[] weights, int[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += (line[start + inputs[i]] & 0xFF) * weights[i];
    }
  }

  /** For vector units, hence several planes side by side: a line of one would be too short. */
  private static void addLine(byte[] line, int start, int weight, int[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += (line[start + i] & 0xFF) * weight;
    }
  }

  /** No sum leaves the range of a byte, for weights are positive and add up to one. */
  private static void round(int[] sums, byte[] line, int start) {
    for (int i = 0; i < sums.length; i++) {
      line[start + i] = (byte) (sums[i] >> PRECISION_BITS);
    }
  }

  /** As {@link #bytes}, for values of any range. */
  public void floats(float[] from, int source, float[] to, int target) {
    float[] rows = new float[height * horizontal.size];
    for (int x = 0; x < horizontal.size; x++) {
      double[] weights = horizontal.weights[x];
      int first = source + horizontal.first[x];
      for (int y = 0; y < height; y++) {
        rows[y * horizontal.size + x] = weighted(from, first + y * width, 1, weights);
      }
    }
    for (int y = 0; y < vertical.size; y++) {
      double[] weights = vertical.weights[y];
      int first = vertical.first[y] * horizontal.size;
      for (int x = 0; x < horizontal.size; x++) {
        to[target + y * horizontal.size + x] = weighted(rows, first + x, horizontal.size, weights);
      }
    }
  }

  private static float weighted(float[] from, int start, int step, double[] weights) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += from[start + k * step] * weights[k];
    }
    return (float) sum;
  }
}
