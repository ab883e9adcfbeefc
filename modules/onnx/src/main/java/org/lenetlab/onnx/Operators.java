package org.lenetlab.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.ChannelAffine;
import org.lenetlab.api.network.ConnectionTable;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Dense;
import org.lenetlab.api.network.Dropout;
import org.lenetlab.api.network.Elementwise;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Parameter;
import org.lenetlab.api.network.Pooling;
import org.lenetlab.api.network.SquaredDistance;
import org.lenetlab.api.network.Stage;
import org.lenetlab.api.network.Targets;
import org.lenetlab.api.spec.SpecException;

/** Adds the operators that compute one op. */
final class Operators {
  private final Graph graph;
  private final Stage stage;
  private final float[] parameters;

  Operators(Graph graph, Stage stage, float[] parameters) {
    this.graph = graph;
    this.stage = stage;
    this.parameters = parameters;
  }

  void add(Op op) {
    switch (op) {
      case Convolution convolution -> convolution(convolution);
      case Pooling pooling -> pooling(pooling);
      case ChannelAffine affine -> affine(affine);
      case Dense _ -> dense();
      case Elementwise elementwise -> activation(elementwise.activation());
      case SquaredDistance rbf -> squaredDistance(rbf.targets());
      case Dropout _ -> {} // nothing is dropped outside training
    }
  }

  private void convolution(Convolution c) {
    graph.asMaps();
    Parameter weight = stage.parameters().getFirst();
    List<Integer> shape = List.of(c.maps(), c.input().channels(), c.kernel(), c.kernel());
    float[] weights = values(weight);
    graph.parameter(
        weight.name(),
        shape,
        c.connections().isFull()
            ? weights
            : withZeros(weights, c.connections(), c.kernel() * c.kernel()));
    graph.add(
        "Conv",
        List.of(weight.name(), parameter(1, List.of(c.maps()))),
        ints("kernel_shape", c.kernel(), c.kernel()),
        ints("strides", c.stride(), c.stride()),
        ints("pads", c.padding(), c.padding(), c.padding(), c.padding()));
  }

  /** From the kernels of the links to those of all pairs of maps. */
  private static float[] withZeros(float[] links, ConnectionTable table, int area) {
    float[] full = new float[table.outputs() * table.inputs() * area];
    int link = 0;
    for (int o = 0; o < table.outputs(); o++) {
      for (int i : table.sources(o)) {
        System.arraycopy(links, link * area, full, (o * table.inputs() + i) * area, area);
        link++;
      }
    }
    return full;
  }

  private void pooling(Pooling p) {
    graph.asMaps();
    AttributeProto[] window = {
      ints("kernel_shape", p.window(), p.window()), ints("strides", p.stride(), p.stride())
    };
    switch (p.kind()) {
      case MAX -> graph.add("MaxPool", List.of(), window);
      case AVERAGE -> graph.add("AveragePool", List.of(), window);
      case SUM -> {
        graph.add("AveragePool", List.of(), window);
        scale("area", p.window() * p.window());
      }
    }
  }

  private void affine(ChannelAffine a) {
    graph.asMaps();
    List<Integer> sources = a.sources();
    if (!sources.equals(IntStream.range(0, a.input().channels()).boxed().toList())) {
      String indices = graph.longs("sources", sources.stream().map(Integer::longValue).toList());
      graph.add("Gather", List.of(indices), integer("axis", 1));
    }
    List<Integer> perChannel = List.of(sources.size(), 1, 1);
    graph.add("Mul", List.of(parameter(0, perChannel)));
    graph.add("Add", List.of(parameter(1, perChannel)));
  }

  private void dense() {
    graph.asVector();
    List<Integer> weights = stage.parameters().getFirst().spec().shape();
    graph.add(
        "Gemm",
        List.of(parameter(0, weights), parameter(1, List.of(weights.getFirst()))),
        integer("transB", 1));
  }

  /** Activations are an open set; these are the ones that come with the API. */
  private void activation(Activation activation) {
    switch (activation) {
      case Activation.Sigmoid _ -> graph.add("Sigmoid", List.of());
      case Activation.Tanh _ -> graph.add("Tanh", List.of());
      case Activation.Relu _ -> graph.add("Relu", List.of());
      case Activation.LeakyRelu leaky ->
          graph.add("LeakyRelu", List.of(), number("alpha", leaky.slope()));
      case Activation.ScaledTanh _ -> {
        scale("slope", Activation.ScaledTanh.SLOPE);
        graph.add("Tanh", List.of());
        scale("amplitude", Activation.ScaledTanh.AMPLITUDE);
      }
      case Activation.Identity _ -> {}
      default ->
          throw new SpecException(
              "",
              "layer %s: its activation %s comes from a plugin, and ONNX has no operator for it"
                  .formatted(stage.layer(), activation.getClass().getSimpleName()));
    }
  }

  private void scale(String name, double factor) {
    graph.add("Mul", List.of(graph.constant(name, List.of(), new float[] {(float) factor})));
  }

  private void squaredDistance(Targets targets) {
    graph.asVector();
    int classes = targets.classes();
    int length = targets.length();
    float[] all = new float[classes * length];
    for (int i = 0; i < all.length; i++) {
      all[i] = targets.get(i / length, i % length);
    }
    graph.reshape(List.of(0L, 1L, (long) length));
    graph.add("Sub", List.of(graph.constant("targets", List.of(classes, length), all)));
    graph.add("ReduceSumSquare", List.of(), ints("axes", 2), integer("keepdims", 0));
  }

  /** Adds a parameter of this op and gives its name. */
  private String parameter(int index, List<Integer> sizes) {
    Parameter parameter = stage.parameters().get(index);
    graph.parameter(parameter.name(), sizes, values(parameter));
    return parameter.name();
  }

  private float[] values(Parameter parameter) {
    int from = parameter.offset();
    return Arrays.copyOfRange(parameters, from, from + parameter.size());
  }

  private static AttributeProto ints(String name, long... values) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INTS)
        .addAllInts(Arrays.stream(values).boxed().toList())
        .build();
  }

  private static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  private static AttributeProto number(String name, float value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.FLOAT)
        .setF(value)
        .build();
  }
}
