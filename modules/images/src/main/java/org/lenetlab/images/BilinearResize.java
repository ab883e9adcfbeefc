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
    final int[][] fixed;

    Axis(int from, int to) {
      size = to;
      first = new int[to];
      weights = new double[to][];
      fixed = new int[to][];
      double scale = (double) from / to;
      double support = Math.max(scale, 1);
      for (int i = 0; i < to; i++) {
        double center = (i + 0.5) * scale;
        first[i] = Math.max((int) (center - support + 0.5), 0);
        int end = Math.min((int) (center + support + 0.5), from);
        weights[i] = triangle(first[i] - center + 0.5, end - first[i], support);
        fixed[i] = new int[weights[i].length];
        for (int k = 0; k < fixed[i].length; k++) {
          fixed[i][k] = (int) (0.5 + weights[i][k] * (1 << PRECISION_BITS));
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

  /** Resizes the channel of {@code from} that begins at {@code source} to {@code target}. */
  public void bytes(byte[] from, int source, byte[] to, int target) {
    int[] columns = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        columns[x * height + y] = from[source + y * width + x] & 0xFF;
      }
    }
    int[] rows = new int[height * horizontal.size];
    int[] line = new int[height];
    for (int x = 0; x < horizontal.size; x++) {
      weightedLines(columns, horizontal.first[x], horizontal.fixed[x], line);
      for (int y = 0; y < height; y++) {
        rows[y * horizontal.size + x] = line[y];
      }
    }
    line = new int[horizontal.size];
    for (int y = 0; y < vertical.size; y++) {
      weightedLines(rows, vertical.first[y], vertical.fixed[y], line);
      for (int x = 0; x < line.length; x++) {
        to[target + y * line.length + x] = (byte) line[x];
      }
    }
  }

  /** The weighted sum of neighbouring lines, rounded: the whole line at once, for vector units. */
  private static void weightedLines(int[] lines, int first, int[] weights, int[] sum) {
    Arrays.fill(sum, HALF);
    for (int k = 0; k < weights.length; k++) {
      int start = (first + k) * sum.length;
      int weight = weights[k];
      for (int i = 0; i < sum.length; i++) {
        sum[i] += lines[start + i] * weight;
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Math.clamp(sum[i] >> PRECISION_BITS, 0, 255);
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
