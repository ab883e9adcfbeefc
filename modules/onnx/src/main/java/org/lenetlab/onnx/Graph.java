package org.lenetlab.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Shape;

/** A graph under construction: a chain of operators, each fed by the one before. */
final class Graph {
  private final GraphProto.Builder proto = GraphProto.newBuilder();
  private final Map<String, Integer> used = new HashMap<>();
  private String tensor = OnnxModel.INPUT;
  private String layer = "";
  private Shape shape;
  private boolean flat;

  /** A graph that does nothing yet with images of shape {@code input}. */
  Graph(Shape input) {
    shape = input;
    proto.addInput(
        value(OnnxModel.INPUT, List.of(input.channels(), input.height(), input.width())));
  }

  /** What is added next belongs to {@code layer} and gets values of shape {@code input}. */
  void enter(String layer, Shape input) {
    this.layer = layer;
    this.shape = input;
  }

  /** Makes the values a tensor of [batch, channels, height, width] if they are not. */
  void asMaps() {
    if (flat) {
      List<Long> sizes =
          List.of(0L, (long) shape.channels(), (long) shape.height(), (long) shape.width());
      reshape(sizes); // 0: the batch stays as it is
      flat = false;
    }
  }

  /** Makes the values a tensor of [batch, values] if they are not. */
  void asVector() {
    if (!flat) {
      add("Flatten", List.of());
      flat = true;
    }
  }

  /** Changes the shape, batch first. */
  void reshape(List<Long> sizes) {
    add("Reshape", List.of(longs("shape", sizes)));
  }

  /**
   * Appends an operator to the chain.
   *
   * @param constants the names of its inputs after the first
   */
  void add(String operator, List<String> constants, AttributeProto... attributes) {
    String name = unique(operator);
    proto.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(name)
            .addInput(tensor)
            .addAllInput(constants)
            .addAllAttribute(List.of(attributes))
            .addOutput(name));
    tensor = name;
  }

  /** No layer's name and an operator's are joined like this, so nothing is called the same. */
  private String unique(String what) {
    String name = layer + "/" + what;
    int count = used.merge(name, 1, Integer::sum);
    return count == 1 ? name : name + "_" + count;
  }

  /** Adds a constant that is no parameter, and gives its name. */
  String constant(String what, List<Integer> sizes, float[] values) {
    String name = unique(what);
    parameter(name, sizes, values);
    return name;
  }

  /** Adds the values of a parameter. */
  void parameter(String name, List<Integer> sizes, float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    proto.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT.getNumber())
            .addAllDims(sizes.stream().map(Integer::longValue).toList())
            .setRawData(ByteString.copyFrom(bytes)));
  }

  /** Adds a vector of whole numbers, such as a shape, and gives its name. */
  String longs(String what, List<Long> values) {
    String name = unique(what);
    proto.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.INT64.getNumber())
            .addDims(values.size())
            .addAllInt64Data(values));
    return name;
  }

  /** Makes what the chain ends with the outputs of the model. */
  void end(Network network) {
    asVector();
    String last = tensor;
    output(last, network.outputsDistances() ? "Neg" : "Identity", OnnxModel.SCORES, network);
    if (network.outputsDistances()) {
      output(last, "Identity", OnnxModel.DISTANCES, network);
    }
  }

  private void output(String from, String operator, String name, Network network) {
    proto.addNode(
        NodeProto.newBuilder().setOpType(operator).setName(name).addInput(from).addOutput(name));
    proto.addOutput(value(name, List.of(network.classes())));
  }

  /** Values of these sizes for each image of a batch. */
  private static ValueInfoProto value(String name, List<Integer> sizes) {
    TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
    dimensions.addDim(Dimension.newBuilder().setDimParam("batch"));
    sizes.forEach(size -> dimensions.addDim(Dimension.newBuilder().setDimValue(size)));
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT.getNumber())
                        .setShape(dimensions)))
        .build();
  }

  GraphProto.Builder proto() {
    return proto;
  }
}
