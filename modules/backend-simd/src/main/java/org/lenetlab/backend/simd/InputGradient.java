package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.BLOCK;

import java.util.ArrayList;
import java.util.List;
import org.lenetlab.api.network.Shape;
import org.lenetlab.backend.simd.Correlation.Segment;

/**
 * The derivatives with respect to some of the input maps of a convolution, as a correlation over
 * the derivatives with respect to its output: ∂L/∂x[i, y, x] = Σ w[o, i, u, v] · ∂L/∂y[o, (y +
 * padding − u) / stride, (x + padding − v) / stride], over the u, v and linked o for which that
 * output exists. Taps are ordered by kernel row, kernel column, output map, so that the existing
 * ones are a few runs of neighbours.
 */
final class InputGradient {
  private final Geometry op;
  private final Correlations.Group group;
  private final ParameterVector.Place place;
  private final Correlation correlation;
  private final int packed;

  private InputGradient(
      Geometry op, Correlations.Group group, ParameterVector.Place place, Arena weights) {
    this.op = op;
    this.group = group;
    this.place = place;
    packed = weights.reserve(op.kernelArea() * group.linked().length * group.maps());
    this.correlation = ofBlock();
  }

  /** One for each group of input maps that are seen by the same output maps. */
  static List<InputGradient> of(Geometry op, ParameterVector.Place place, Arena weights) {
    return Correlations.groupsByInput(op.connections()).stream()
        .map(group -> new InputGradient(op, group, place, weights))
        .toList();
  }

  private Correlation ofBlock() {
    Shape input = op.input();
    int stride = op.stride();
    RunTable runs = new RunTable();
    List<Segment> segments = new ArrayList<>();
    for (int y = 0; y < input.height(); y++) {
      for (int x = 0; x < Math.min(stride, input.width()); x++) {
        addRow(y, x, runs, segments);
      }
    }
    return new Correlation(
        taps(Strides.ofBlock(op.output())),
        runs.toArray(),
        segments,
        Correlations.tiles(0, group.maps()),
        group.maps(),
        op.input().plane() * BLOCK,
        BLOCK,
        stride * BLOCK);
  }

  /** Adds every stride-th pixel of row {@code y} from column {@code first} on. */
  private void addRow(int y, int first, RunTable runs, List<Segment> segments) {
    Shape output = op.output();
    int stride = op.stride();
    int width = op.input().width();
    int x = first;
    while (x < width) {
      List<int[]> seen = seenRuns(y, x);
      int end = x + stride;
      while (end < width && sameColumns(x, end)) {
        end += stride;
      }
      int[] range = runs.add(seen);
      int input = (y / stride * output.width() + x / stride) * BLOCK;
      int start = (y * width + x) * BLOCK;
      segments.add(new Segment(input, start, (end - x) / stride, range[0], range[1]));
      x = end;
    }
  }

  private List<int[]> seenRuns(int y, int x) {
    List<int[]> runs = new ArrayList<>();
    int maps = group.linked().length;
    for (int u = 0; u < op.kernelHeight(); u++) {
      for (int v = 0; v < op.kernelWidth(); v++) {
        if (seesRow(y, u) && seesColumn(x, v)) {
          int tap = u * op.kernelWidth() + v;
          runs.add(new int[] {tap * maps, (tap + 1) * maps});
        }
      }
    }
    return runs;
  }

  private boolean sameColumns(int x, int other) {
    for (int v = 0; v < op.kernelWidth(); v++) {
      if (seesColumn(x, v) != seesColumn(other, v)) {
        return false;
      }
    }
    return true;
  }

  private boolean seesRow(int y, int u) {
    return exists(y + op.padding() - u, op.output().height());
  }

  private boolean seesColumn(int x, int v) {
    return exists(x + op.padding() - v, op.output().width());
  }

  private boolean exists(int strided, int size) {
    return strided >= 0 && strided % op.stride() == 0 && strided / op.stride() < size;
  }

  private int[] taps(Strides output) {
    int[] linked = group.linked();
    int[] taps = new int[op.kernelArea() * linked.length];
    int next = 0;
    for (int u = 0; u < op.kernelHeight(); u++) {
      for (int v = 0; v < op.kernelWidth(); v++) {
        for (int o : linked) {
          taps[next++] = output.offset(o, distance(u), distance(v));
        }
      }
    }
    return taps;
  }

  /**
   * How far the output that sees an input through kernel row or column {@code k} is from input /
   * stride: the same for all inputs that any output sees through it.
   */
  private int distance(int k) {
    int shift = op.padding() - k;
    return (Math.floorMod(-shift, op.stride()) + shift) / op.stride();
  }

  /** Brings the weights of an area to the order [tap][input map]. */
  void pack(float[] m, int area) {
    int next = area + packed;
    for (int k = 0; k < op.kernelArea(); k++) {
      for (int o : group.linked()) {
        for (int i = group.first(); i < group.first() + group.maps(); i++) {
          m[next++] = m[area + place.weights() + (i * op.kernelArea() + k) * place.columns() + o];
        }
      }
    }
  }

  /**
   * Writes the derivatives with respect to the inputs.
   *
   * @param area the area of the weights
   * @param dy where the derivatives with respect to the outputs lie
   * @param dx where those with respect to the inputs go
   */
  void run(float[] memory, int area, int dy, int dx) {
    int output = dx + group.first() * op.input().plane() * BLOCK;
    correlation.run(memory, dy, 0, area + packed, output);
  }
}
