package org.lenetlab.backend.simd;

import java.util.ArrayList;
import java.util.List;
import org.lenetlab.api.network.ChannelAffine;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Dense;
import org.lenetlab.api.network.Dropout;
import org.lenetlab.api.network.Elementwise;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Parameter;
import org.lenetlab.api.network.Pooling;
import org.lenetlab.api.network.SquaredDistance;
import org.lenetlab.api.network.Stage;

/**
 * The order in which this backend keeps one value per parameter. Weights are a matrix with a row
 * per input (of a convolution: per input map, kernel row and kernel column) and a column per
 * output, so that the weights of neighbouring outputs are neighbours. Rows are padded, and so is
 * the beginning of the vector; padding is always 0.
 */
final class ParameterVector {

  /**
   * Where the parameters of one op lie.
   *
   * @param weights where its matrix, or its coefficients, begin
   * @param columns the length of a row of the matrix
   * @param bias where the biases begin, behind the weights
   * @param end where the place ends
   */
  record Place(int weights, int columns, int bias, int end) {}

  private static final Place NONE = new Place(0, 0, 0, 0);

  private final Arena arena;
  private final int[] canonicalPlaces;
  private final List<Place> stagePlaces = new ArrayList<>();
  private final int length;

  /** Reserves the vector's room at the beginning of {@code arena}. */
  ParameterVector(Network network, Arena arena) {
    this.arena = arena;
    canonicalPlaces = new int[network.parameterCount()];
    for (Stage stage : network.stages()) {
      stagePlaces.add(
          switch (stage.op()) {
            case Convolution op -> place(stage, op);
            case Dense op -> place(stage, op);
            case ChannelAffine op -> place(stage, op);
            case Pooling op -> NONE;
            case Elementwise op -> NONE;
            case SquaredDistance op -> NONE;
            case Dropout op -> NONE;
          });
    }
    length = arena.size();
  }

  private Place place(Stage stage, Convolution op) {
    int area = op.kernelArea();
    int columns = DenseStep.canCompute(op) ? denseColumns(op.maps()) : Lanes.padded(op.maps());
    int weights = arena.reserve(op.input().channels() * area * columns);
    int next = stage.parameters().getFirst().offset();
    for (int o = 0; o < op.maps(); o++) {
      for (int source : op.connections().sources(o)) {
        for (int k = 0; k < area; k++) {
          canonicalPlaces[next++] = weights + (source * area + k) * columns + o;
        }
      }
    }
    return new Place(weights, columns, vector(stage.parameters().getLast()), arena.size());
  }

  private Place place(Stage stage, Dense op) {
    int columns = denseColumns(op.units());
    int weights = arena.reserve(op.input().size() * columns);
    int next = stage.parameters().getFirst().offset();
    for (int o = 0; o < op.units(); o++) {
      for (int i = 0; i < op.input().size(); i++) {
        canonicalPlaces[next++] = weights + i * columns + o;
      }
    }
    return new Place(weights, columns, vector(stage.parameters().getLast()), arena.size());
  }

  /** The kernels of dense layers work on pairs of logical vectors of units. */
  private static int denseColumns(int units) {
    return Math.ceilDiv(units, 2 * Lanes.LOGICAL) * 2 * Lanes.LOGICAL;
  }

  private Place place(Stage stage, ChannelAffine op) {
    int coefficients = vector(stage.parameters().getFirst());
    int bias = vector(stage.parameters().getLast());
    return new Place(coefficients, op.sources().size(), bias, arena.size());
  }

  private int vector(Parameter parameter) {
    int offset = arena.reserve(parameter.size());
    for (int i = 0; i < parameter.size(); i++) {
      canonicalPlaces[parameter.offset() + i] = offset + i;
    }
    return offset;
  }

  /** Its length, with the padding. */
  int length() {
    return length;
  }

  /** Where the parameters of stage {@code index} of the network lie. */
  Place place(int index) {
    return stagePlaces.get(index);
  }

  /** A vector in canonical order, of one that begins like this one. */
  float[] toCanonical(float[] vector) {
    float[] canonical = new float[canonicalPlaces.length];
    for (int i = 0; i < canonical.length; i++) {
      canonical[i] = vector[canonicalPlaces[i]];
    }
    return canonical;
  }

  /** Writes a vector that is in canonical order into one in this order. */
  void fromCanonical(float[] canonical, float[] into) {
    if (canonical.length != canonicalPlaces.length) {
      throw new IllegalArgumentException(
          "expected " + canonicalPlaces.length + " values, not " + canonical.length);
    }
    for (int i = 0; i < canonical.length; i++) {
      into[canonicalPlaces[i]] = canonical[i];
    }
  }
}
