package org.lenetlab.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.util.Map;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Stage;

/**
 * A trained network as an ONNX model.
 *
 * <p>Input: {@value #INPUT}, float [batch, channels, height, width], the prepared images as the
 * network gets them; their preparation is not part of the model. Output: {@value #SCORES}, float
 * [batch, classes], of which the largest is the class. Networks that end with distances to RBF
 * targets, of which the smallest is the class, have {@value #SCORES} = −distances, and the
 * distances themselves as the second output {@value #DISTANCES}. Tensors of parameters have the
 * names and shapes that they have everywhere; a convolution with a connection table has the full
 * kernel with zeros where there is no link.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/docs/IR.md">the format</a>
 */
public final class OnnxModel {
  /** The name of the input. */
  public static final String INPUT = "input";

  /** The name of the output whose largest value is the class. */
  public static final String SCORES = "scores";

  /** The name of the output of distances, where the network has them. */
  public static final String DISTANCES = "distances";

  /** Old enough for every runtime of the last years, and has all that is needed. */
  private static final int OPERATOR_SET = 13;

  /** The first version of the format that has this operator set. */
  private static final int FORMAT = 7;

  private OnnxModel() {}

  /**
   * What a model says of itself.
   *
   * @param name of the graph, such as the experiment's
   * @param producer version of this program
   * @param about for people to read
   * @param metadata for programs to read
   */
  public record Description(
      String name, String producer, String about, Map<String, String> metadata) {
    public Description {
      metadata = Map.copyOf(metadata);
    }
  }

  /**
   * The bytes of the model's file.
   *
   * @param parameters in canonical order
   * @throws org.lenetlab.api.spec.SpecException if the network has an activation that is not one of
   *     the standard ones, for which ONNX has no operator
   */
  public static byte[] of(Network network, float[] parameters, Description description) {
    Graph graph = new Graph(network.input());
    for (Stage stage : network.stages()) {
      Op op = stage.op();
      graph.enter(stage.layer(), op.input());
      new Operators(graph, stage, parameters).add(op);
    }
    graph.end(network);
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(FORMAT)
            .setProducerName("LeNet Lab")
            .setProducerVersion(description.producer())
            .setDocString(description.about())
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
            .setGraph(graph.proto().setName(description.name()));
    description.metadata().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                model.addMetadataProps(
                    StringStringEntryProto.newBuilder()
                        .setKey(entry.getKey())
                        .setValue(entry.getValue())));
    return model.build().toByteArray();
  }
}
