package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.BLOCK;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lenetlab.api.network.ConnectionTable;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Shape;
import org.lenetlab.backend.simd.Correlation.Segment;
import org.lenetlab.backend.simd.Correlation.Tile;

/** Makes the correlations of convolutions and dense layers. */
final class Correlations {
  private Correlations() {}

  /** Neighbouring maps that are linked to the same maps on the other side. */
  record Group(int first, int maps, int[] linked) {}

  /**
   * The forward pass of a convolution over an input that is already padded: one correlation for
   * each group of maps that see the same inputs.
   *
   * @param columns the length of a row of the weight matrix
   */
  static List<Correlation> forward(Geometry op, Shape padded, int columns) {
    int[] taps = forwardTaps(op, Strides.ofBlock(padded));
    Shape output = op.output();
    List<Correlation> correlations = new ArrayList<>();
    for (Group group : groupsByOutput(op.connections())) {
      RunTable runs = new RunTable();
      int[] range = runs.add(linkedRuns(group.linked, op.kernelArea()));
      List<Segment> segments = new ArrayList<>();
      for (int row = 0; row < output.height(); row++) {
        int input = row * op.stride() * padded.width() * BLOCK;
        int start = row * output.width() * BLOCK;
        segments.add(new Segment(input, start, output.width(), range[0], range[1]));
      }
      correlations.add(
          new Correlation(
              taps,
              runs.toArray(),
              segments,
              tiles(group.first, group.maps),
              columns,
              output.plane() * BLOCK,
              op.stride() * BLOCK,
              BLOCK));
    }
    return correlations;
  }

  /**
   * The forward pass of a convolution with stride 1 over one image that is already padded, with
   * {@link PixelTensor#GROUP} neighbouring pixels in the lanes.
   *
   * @param columns the length of a row of the weight matrix
   */
  static List<Correlation> forward(
      Convolution op, PixelTensor input, PixelTensor output, int columns) {
    int[] taps = forwardTaps(Geometry.of(op), input.strides());
    List<Correlation> correlations = new ArrayList<>();
    for (Group group : groupsByOutput(op.connections())) {
      RunTable runs = new RunTable();
      int[] range = runs.add(linkedRuns(group.linked, op.kernelArea()));
      correlations.add(
          new Correlation(
              taps,
              runs.toArray(),
              List.of(new Segment(0, 0, output.groups(), range[0], range[1])),
              tiles(group.first, group.maps),
              columns,
              output.plane(),
              PixelTensor.GROUP,
              PixelTensor.GROUP));
    }
    return correlations;
  }

  /** Taps in the order of the rows of the weight matrix. */
  static int[] forwardTaps(Geometry op, Strides input) {
    int[] taps = new int[op.input().channels() * op.kernelArea()];
    int next = 0;
    for (int c = 0; c < op.input().channels(); c++) {
      for (int u = 0; u < op.kernelHeight(); u++) {
        for (int v = 0; v < op.kernelWidth(); v++) {
          taps[next++] = input.offset(c, u, v);
        }
      }
    }
    return taps;
  }

  private static List<int[]> linkedRuns(int[] linked, int kernelArea) {
    List<int[]> runs = new ArrayList<>();
    for (int source : linked) {
      runs.add(new int[] {source * kernelArea, (source + 1) * kernelArea});
    }
    return runs;
  }

  /** A dense layer over {@code inputs} values: one pixel, a tap per input. */
  static Correlation dense(int inputs, int units, int columns) {
    int[] taps = new int[inputs];
    Arrays.setAll(taps, i -> i * BLOCK);
    return new Correlation(
        taps,
        new int[] {0, inputs},
        List.of(new Segment(0, 0, 1, 0, 2)),
        tiles(0, units),
        columns,
        BLOCK,
        BLOCK,
        BLOCK);
  }

  /** Groups of output maps that see the same input maps. */
  static List<Group> groupsByOutput(ConnectionTable table) {
    int[][] linked = new int[table.outputs()][];
    Arrays.setAll(linked, table::sources);
    return groups(linked);
  }

  /** Groups of input maps that are seen by the same output maps. */
  static List<Group> groupsByInput(ConnectionTable table) {
    int[][] linked = new int[table.inputs()][];
    Arrays.setAll(linked, input -> outputs(table, input));
    return groups(linked);
  }

  private static int[] outputs(ConnectionTable table, int input) {
    int[] outputs = new int[table.outputs()];
    int count = 0;
    for (int o = 0; o < outputs.length; o++) {
      if (table.connects(input, o)) {
        outputs[count++] = o;
      }
    }
    return Arrays.copyOf(outputs, count);
  }

  private static List<Group> groups(int[][] linked) {
    List<Group> groups = new ArrayList<>();
    int first = 0;
    for (int map = 1; map <= linked.length; map++) {
      if (map == linked.length || !Arrays.equals(linked[map], linked[first])) {
        groups.add(new Group(first, map - first, linked[first]));
        first = map;
      }
    }
    return groups;
  }

  /**
   * Covers {@code maps} maps with tiles of 6 and 4. Where these do not fit, the last tile covers
   * some maps again: it writes the same values once more.
   */
  static List<Tile> tiles(int first, int maps) {
    List<Tile> tiles = new ArrayList<>();
    int covered = 0;
    while (covered < maps) {
      int rest = maps - covered;
      int size = rest >= 6 && rest != 8 ? 6 : maps >= 4 ? 4 : 1;
      int begin = Math.min(covered, maps - size);
      tiles.add(new Tile(first + begin, size));
      covered = begin + size;
    }
    return tiles;
  }
}
