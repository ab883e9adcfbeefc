package org.lenetlab.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.network.Elementwise;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.spec.SpecException;
import org.lenetlab.backend.reference.ReferenceBackend;
import org.lenetlab.onnx.OnnxModel.Description;
import org.lenetlab.testkit.Batches;
import org.lenetlab.testkit.Catalogue;
import org.lenetlab.testkit.NetworkBuilder;
import org.lenetlab.testkit.NetworkCase;
import org.lenetlab.testkit.OnnxRuntime;

final class OnnxModelTest {
  private static final Description DESCRIPTION =
      new Description("test", "1", "of a test", Map.of("run", "abc", "classes", "0,1"));
  private static final int BATCH = 7;

  static List<NetworkCase> networks() {
    return Catalogue.all().stream().filter(c -> !usesPlugin(c.network())).toList();
  }

  private static boolean usesPlugin(Network network) {
    return network.stages().stream().anyMatch(stage -> usesPlugin(stage.op()));
  }

  private static boolean usesPlugin(Op op) {
    return op instanceof Elementwise e
        && !e.activation().getClass().getName().startsWith("org.lenetlab.api.");
  }

  @ParameterizedTest
  @MethodSource("networks")
  void onnxRuntimeComputesWhatTheReferenceComputes(NetworkCase networkCase) {
    Network network = networkCase.network();
    float[] parameters = network.initialParameters(1);
    Batch batch = Batches.random(network, BATCH, 1);
    float[] expected = new float[BATCH * network.classes()];
    try (Program program = new ReferenceBackend().compile(network, networkCase.loss(), BATCH, 1)) {
      program.forward(batch, expected);
    }

    Map<String, float[][]> outputs =
        OnnxRuntime.run(OnnxModel.of(network, parameters, DESCRIPTION), network.input(), batch);

    assertThat(outputs).containsOnlyKeys(names(network));
    for (int i = 0; i < expected.length; i++) {
      int example = i / network.classes();
      int label = i % network.classes();
      double tolerance = 1e-4 * Math.max(1, Math.abs(expected[i]));
      for (Map.Entry<String, float[][]> output : outputs.entrySet()) {
        boolean negative = output.getKey().equals(OnnxModel.SCORES) && network.outputsDistances();
        assertThat((double) output.getValue()[example][label])
            .as("%s of example %d, class %d", output.getKey(), example, label)
            .isCloseTo(negative ? -expected[i] : expected[i], within(tolerance));
      }
    }
  }

  private static String[] names(Network network) {
    return network.outputsDistances()
        ? new String[] {OnnxModel.SCORES, OnnxModel.DISTANCES}
        : new String[] {OnnxModel.SCORES};
  }

  @Test
  void modelSaysWhatItIs() throws Exception {
    Network network = NetworkBuilder.input(1, 4, 4).dense(3).build();
    ModelProto model =
        ModelProto.parseFrom(OnnxModel.of(network, network.initialParameters(1), DESCRIPTION));
    assertThat(model.getDocString()).isEqualTo("of a test");
    assertThat(model.getMetadataPropsList())
        .extracting(entry -> entry.getKey() + "=" + entry.getValue())
        .containsExactly("classes=0,1", "run=abc");
    assertThat(model.getGraph().getName()).isEqualTo("test");
  }

  @Test
  void parametersKeepTheirNamesAndBits() throws Exception {
    Network network = NetworkBuilder.input(1, 4, 4).dense(3).build();
    float[] parameters = network.initialParameters(1);
    TensorProto weight =
        ModelProto.parseFrom(OnnxModel.of(network, parameters, DESCRIPTION))
            .getGraph()
            .getInitializerList()
            .stream()
            .filter(tensor -> tensor.getName().equals("layer1.weight"))
            .findFirst()
            .orElseThrow();
    float[] stored = new float[48];
    weight
        .getRawData()
        .asReadOnlyByteBuffer()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(stored);
    assertThat(weight.getDimsList()).containsExactly(3L, 16L);
    assertThat(stored).isEqualTo(Arrays.copyOf(parameters, 48));
  }

  @Test
  void activationOfAPluginIsRefusedByName() {
    NetworkCase foreign =
        Catalogue.all().stream().filter(c -> usesPlugin(c.network())).findFirst().orElseThrow();
    Network network = foreign.network();
    assertThatThrownBy(() -> OnnxModel.of(network, network.initialParameters(1), DESCRIPTION))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("layer layer2: its activation Softplus comes from a plugin");
  }
}
