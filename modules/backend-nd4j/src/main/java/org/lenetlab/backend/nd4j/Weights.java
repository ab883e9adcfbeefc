package org.lenetlab.backend.nd4j;

import java.util.stream.IntStream;
import org.lenetlab.api.network.ChannelAffine;
import org.lenetlab.api.network.ConnectionTable;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Dense;
import org.lenetlab.api.network.Dropout;
import org.lenetlab.api.network.Elementwise;
import org.lenetlab.api.network.Parameter;
import org.lenetlab.api.network.Pooling;
import org.lenetlab.api.network.SquaredDistance;
import org.lenetlab.api.network.Stage;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The parameters of an op as full tensors: a connection that does not exist is a weight that stays
 * 0, and whose gradient is not looked at.
 */
final class Weights {
  private final Tensor weight;
  private final Tensor bias;
  private final Tensor weightGradient;
  private final Tensor biasGradient;
  private final Parameter weightParameter;
  private final Parameter biasParameter;
  private final int[] places;
  private final int slice;
  private final float[] full;
  private final float[] staging;
  private final float[] biases;

  /**
   * @param shape of the full weight
   * @param places where each slice of the parameter begins in the full weight
   */
  private Weights(Stage stage, Memory memory, long[] shape, int[] places) {
    weightParameter = stage.parameters().getFirst();
    biasParameter = stage.parameters().getLast();
    this.places = places;
    slice = weightParameter.size() / places.length;
    weight = new Tensor(memory.array(shape));
    weightGradient = new Tensor(memory.array(shape));
    bias = new Tensor(memory.array(biasParameter.size()));
    biasGradient = new Tensor(memory.array(biasParameter.size()));
    full = new float[Math.toIntExact(weight.array().length())];
    staging = new float[full.length];
    biases = new float[biasParameter.size()];
  }

  static boolean areIn(Stage stage) {
    return !stage.parameters().isEmpty();
  }

  static Weights of(Stage stage, Memory memory) {
    return switch (stage.op()) {
      case Convolution op -> {
        long[] shape = {op.maps(), op.input().channels(), op.kernel(), op.kernel()};
        yield new Weights(stage, memory, shape, links(op.connections(), op.kernelArea()));
      }
      case ChannelAffine op -> {
        int inputs = op.input().channels();
        int outputs = op.sources().size();
        long[] shape = {outputs, inputs, 1, 1};
        int[] places =
            IntStream.range(0, outputs).map(o -> o * inputs + op.sources().get(o)).toArray();
        yield new Weights(stage, memory, shape, places);
      }
      case Dense op -> {
        long[] shape = {op.units(), op.input().size()};
        yield new Weights(stage, memory, shape, new int[] {0});
      }
      case Pooling _, Elementwise _, SquaredDistance _, Dropout _ ->
          throw new IllegalArgumentException(stage.op() + " has no parameters");
    };
  }

  /** In the order of the parameters: by output map, then input map. */
  private static int[] links(ConnectionTable table, int area) {
    return IntStream.range(0, table.outputs())
        .flatMap(o -> IntStream.of(table.sources(o)).map(i -> (o * table.inputs() + i) * area))
        .toArray();
  }

  /** Takes its values from all parameters in canonical order. */
  void load(float[] parameters) {
    for (int k = 0; k < places.length; k++) {
      System.arraycopy(parameters, offset(k), full, places[k], slice);
    }
    weight.write(full, full.length);
    System.arraycopy(parameters, biasParameter.offset(), biases, 0, biases.length);
    bias.write(biases, biases.length);
  }

  /** Puts its gradients into those of all parameters in canonical order. */
  void store(float[] gradients) {
    weightGradient.read(staging);
    for (int k = 0; k < places.length; k++) {
      System.arraycopy(staging, places[k], gradients, offset(k), slice);
    }
    biasGradient.read(biases);
    System.arraycopy(biases, 0, gradients, biasParameter.offset(), biases.length);
  }

  private int offset(int k) {
    return weightParameter.offset() + k * slice;
  }

  INDArray weight() {
    return weight.array();
  }

  INDArray bias() {
    return bias.array();
  }

  INDArray weightGradient() {
    return weightGradient.array();
  }

  INDArray biasGradient() {
    return biasGradient.array();
  }
}
