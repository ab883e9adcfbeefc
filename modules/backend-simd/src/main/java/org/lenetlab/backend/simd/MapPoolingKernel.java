package org.lenetlab.backend.simd;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;
import static org.lenetlab.backend.simd.Lanes.LENGTH;
import static org.lenetlab.backend.simd.Lanes.LOGICAL;
import static org.lenetlab.backend.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.lenetlab.api.network.Pooling;

/** Pools one window of 16 maps. */
abstract sealed class MapPoolingKernel {
  /** For each pixel of a window, how far it lies from the first. */
  final int[] taps;

  private MapPoolingKernel(Pooling op, PixelTensor input) {
    int window = op.window();
    taps = new int[window * window];
    for (int i = 0; i < taps.length; i++) {
      taps[i] = i / window * input.row() + i % window * input.column();
    }
  }

  static MapPoolingKernel of(Pooling op, PixelTensor input) {
    return switch (op.kind()) {
      case AVERAGE -> new Sum(op, input, 1f / (op.window() * op.window()));
      case SUM -> new Sum(op, input, 1);
      case MAX -> new Maximum(op, input);
    };
  }

  /** Computes the 16 floats at {@code y} from the window that begins at {@code x}. */
  abstract void forward(float[] m, int x, int y);

  /**
   * Adds to the derivatives with respect to the window at {@code x}, at {@code dx}, those with
   * respect to the result at {@code y}, at {@code dy}.
   */
  abstract void backward(float[] m, int x, int y, int dy, int dx);

  /** The sum of a window times a factor. */
  static final class Sum extends MapPoolingKernel {
    private final float factor;

    Sum(Pooling op, PixelTensor input, float factor) {
      super(op, input);
      this.factor = factor;
    }

    @Override
    void forward(float[] m, int x, int y) {
      for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
        FloatVector sum = zero(SPECIES);
        for (int tap : taps) {
          sum = fromArray(SPECIES, m, x + tap + lane).add(sum);
        }
        broadcast(SPECIES, factor).mul(sum).intoArray(m, y + lane);
      }
    }

    @Override
    void backward(float[] m, int x, int y, int dy, int dx) {
      for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
        FloatVector d = fromArray(SPECIES, m, dy + lane).mul(factor);
        for (int tap : taps) {
          int i = dx + tap + lane;
          fromArray(SPECIES, m, i).add(d).intoArray(m, i);
        }
      }
    }
  }

  /** The largest of a window, the first of equals. */
  static final class Maximum extends MapPoolingKernel {

    Maximum(Pooling op, PixelTensor input) {
      super(op, input);
    }

    @Override
    void forward(float[] m, int x, int y) {
      for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
        FloatVector best = fromArray(SPECIES, m, x + lane);
        for (int tap : taps) {
          FloatVector v = fromArray(SPECIES, m, x + tap + lane);
          best = v.blend(best, v.compare(VectorOperators.LE, best));
        }
        best.intoArray(m, y + lane);
      }
    }

    @Override
    void backward(float[] m, int x, int y, int dy, int dx) {
      FloatVector none = zero(SPECIES);
      for (int lane = 0; lane < LOGICAL; lane += LENGTH) {
        FloatVector best = fromArray(SPECIES, m, y + lane);
        FloatVector rest = fromArray(SPECIES, m, dy + lane);
        for (int tap : taps) {
          int i = tap + lane;
          VectorMask<Float> found = fromArray(SPECIES, m, x + i).compare(VectorOperators.EQ, best);
          FloatVector d = fromArray(SPECIES, m, dx + i);
          d.add(none.blend(rest, found)).intoArray(m, dx + i);
          rest = none.blend(rest, found.not());
        }
      }
    }
  }
}
