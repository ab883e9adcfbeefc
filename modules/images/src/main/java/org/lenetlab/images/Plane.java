package org.lenetlab.images;

import java.util.Arrays;
import org.lenetlab.api.network.Shape;

/** One channel of values, row by row. */
record Plane(int height, int width, float[] values) {

  /** The first channel of an image, 0 … 255. */
  static Plane of(ImageFile image) {
    float[] values = new float[image.shape().plane()];
    for (int i = 0; i < values.length; i++) {
      values[i] = image.pixels()[i] & 0xFF;
    }
    return new Plane(image.shape().height(), image.shape().width(), values);
  }

  float at(int row, int column) {
    return values[row * width + column];
  }

  /** The same image with {@code height} rows of {@code width} values. */
  Plane resized(int newHeight, int newWidth) {
    float[] resized = new float[newHeight * newWidth];
    new BilinearResize(new Shape(1, height, width), new Shape(1, newHeight, newWidth))
        .floats(values, 0, resized, 0);
    return new Plane(newHeight, newWidth, resized);
  }

  /** Reduced so that neither side is longer than {@code longest}; smaller ones stay as they are. */
  Plane reducedTo(int longest) {
    double scale = (double) longest / Math.max(height, width);
    return scale >= 1
        ? this
        : resized(
            Math.max(1, (int) Math.round(height * scale)),
            Math.max(1, (int) Math.round(width * scale)));
  }

  /** The part from {@code top} and {@code left}; 0 where it reaches beyond this one. */
  Plane cropped(int top, int left, int newHeight, int newWidth) {
    float[] part = new float[newHeight * newWidth];
    for (int row = Math.max(0, -top); row < Math.min(newHeight, height - top); row++) {
      for (int column = Math.max(0, -left); column < Math.min(newWidth, width - left); column++) {
        part[row * newWidth + column] = at(top + row, left + column);
      }
    }
    return new Plane(newHeight, newWidth, part);
  }

  /** The largest value of the window of side 2·{@code radius} + 1 around each. */
  Plane dilated(int radius) {
    return radius == 0 ? this : widened(radius).transposed().widened(radius).transposed();
  }

  /** The smallest value of the window of side 2·{@code radius} + 1 around each. */
  Plane eroded(int radius) {
    return negative().dilated(radius).negative();
  }

  private Plane negative() {
    float[] negative = new float[values.length];
    for (int i = 0; i < negative.length; i++) {
      negative[i] = -values[i];
    }
    return new Plane(height, width, negative);
  }

  private Plane transposed() {
    float[] columns = new float[values.length];
    for (int i = 0; i < columns.length; i++) {
      columns[i % width * height + i / width] = values[i];
    }
    return new Plane(width, height, columns);
  }

  /** The largest value of each row's windows: of van Herk's running maxima from both sides. */
  private Plane widened(int radius) {
    float[] largest = new float[values.length];
    int window = 2 * radius + 1;
    int padded = (width + 2 * radius + window - 1) / window * window;
    float[] row = new float[padded];
    float[] fromRight = new float[padded];
    for (int y = 0; y < height; y++) {
      Arrays.fill(row, Float.NEGATIVE_INFINITY);
      System.arraycopy(values, y * width, row, radius, width);
      for (int i = padded - 1; i >= 0; i--) {
        boolean last = i % window == window - 1;
        fromRight[i] = last ? row[i] : Math.max(row[i], fromRight[i + 1]);
      }
      for (int i = 1; i < padded; i++) {
        row[i] = i % window == 0 ? row[i] : Math.max(row[i], row[i - 1]);
      }
      for (int x = 0; x < width; x++) {
        largest[y * width + x] = Math.max(fromRight[x], row[x + window - 1]);
      }
    }
    return new Plane(height, width, largest);
  }

  /** The mean of the window of side 2·{@code radius} + 1 around each, of what there is of it. */
  Plane mean(int radius) {
    double[] sums = new double[(height + 1) * (width + 1)]; // of all above and to the left
    for (int y = 0; y < height; y++) {
      double row = 0;
      for (int x = 0; x < width; x++) {
        row += at(y, x);
        sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
      }
    }
    float[] means = new float[values.length];
    for (int y = 0; y < height; y++) {
      int top = Math.max(0, y - radius) * (width + 1);
      int bottom = Math.min(height, y + radius + 1) * (width + 1);
      for (int x = 0; x < width; x++) {
        int left = Math.max(0, x - radius);
        int right = Math.min(width, x + radius + 1);
        double sum =
            sums[bottom + right] - sums[top + right] - sums[bottom + left] + sums[top + left];
        int count = (bottom - top) / (width + 1) * (right - left);
        means[y * width + x] = (float) (sum / count);
      }
    }
    return new Plane(height, width, means);
  }

  /** The value that a share of all values is below. */
  float quantile(double share) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
  }
}
