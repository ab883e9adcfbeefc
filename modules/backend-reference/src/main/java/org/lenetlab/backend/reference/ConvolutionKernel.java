package org.lenetlab.backend.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Shape;

/** Cross-correlation with zero padding, stride and a connection table. */
final class ConvolutionKernel implements Kernel {

  /**
   * One weight and all that it connects: a rectangle of the output map with a rectangle of the
   * input map whose pixels lie a stride apart. What a kernel sees of the padding is in no
   * rectangle.
   *
   * @param weight the weight's place in the canonical order
   * @param x the first connected input
   * @param y the first connected output
   */
  private record Tap(int weight, int x, int y, int rows, int columns) {}

  private final float[] parameters;
  private final int biasOffset;
  private final int maps;
  private final int plane;
  private final int stride;
  private final int inputRow;
  private final int outputRow;
  private final List<Tap> taps;

  ConvolutionKernel(Convolution op, float[] parameters, int offset) {
    this.parameters = parameters;
    biasOffset = offset + op.connections().links() * op.kernelArea();
    maps = op.maps();
    plane = op.output().plane();
    stride = op.stride();
    inputRow = stride * op.input().width();
    outputRow = op.output().width();
    taps = taps(op, offset);
  }

  private static List<Tap> taps(Convolution op, int offset) {
    Shape in = op.input();
    Shape out = op.output();
    List<Tap> taps = new ArrayList<>();
    int weight = offset;
    for (int output = 0; output < op.maps(); output++) {
      for (int input : op.connections().sources(output)) {
        for (int u = 0; u < op.kernel(); u++) {
          Span rows = Span.of(op, u, in.height(), out.height());
          for (int v = 0; v < op.kernel(); v++) {
            Span columns = Span.of(op, v, in.width(), out.width());
            int x = input * in.plane() + rows.input * in.width() + columns.input;
            int y = output * out.plane() + rows.output * out.width() + columns.output;
            taps.add(new Tap(weight++, x, y, rows.length, columns.length));
          }
        }
      }
    }
    return List.copyOf(taps);
  }

  /** The rows, or the columns, of the output for which a kernel's element meets the input. */
  private record Span(int input, int output, int length) {

    static Span of(Convolution op, int element, int inputSize, int outputSize) {
      int shift = element - op.padding();
      int first = shift < 0 ? Math.ceilDiv(-shift, op.stride()) : 0;
      int last = Math.min(outputSize - 1, Math.floorDiv(inputSize - 1 - shift, op.stride()));
      return last < first
          ? new Span(0, 0, 0)
          : new Span(first * op.stride() + shift, first, last - first + 1);
    }
  }

  @Override
  public void forward(double[] x, double[] y) {
    for (int map = 0; map < maps; map++) {
      Arrays.fill(y, map * plane, (map + 1) * plane, parameters[biasOffset + map]);
    }
    for (Tap tap : taps) {
      double weight = parameters[tap.weight];
      for (int row = 0; row < tap.rows; row++) {
        int from = tap.x + row * inputRow;
        int to = tap.y + row * outputRow;
        for (int column = 0; column < tap.columns; column++) {
          y[to + column] += weight * x[from + column * stride];
        }
      }
    }
  }

  @Override
  public void backward(Derivative derivative, double[] x, double[] dy, double[] dx) {
    Arrays.fill(dx, 0);
    for (Tap tap : taps) {
      double factor = derivative.factor(parameters[tap.weight]);
      for (int row = 0; row < tap.rows; row++) {
        int from = tap.y + row * outputRow;
        int to = tap.x + row * inputRow;
        for (int column = 0; column < tap.columns; column++) {
          dx[to + column * stride] += factor * dy[from + column];
        }
      }
    }
  }

  @Override
  public void addParameters(Derivative derivative, double[] x, double[] dy, double[] sum) {
    for (Tap tap : taps) {
      double total = 0;
      for (int row = 0; row < tap.rows; row++) {
        int input = tap.x + row * inputRow;
        int output = tap.y + row * outputRow;
        for (int column = 0; column < tap.columns; column++) {
          total += dy[output + column] * derivative.factor(x[input + column * stride]);
        }
      }
      sum[tap.weight] += total;
    }
    for (int map = 0; map < maps; map++) {
      double total = 0;
      for (int p = 0; p < plane; p++) {
        total += dy[map * plane + p];
      }
      sum[biasOffset + map] += total;
    }
  }
}
