package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.network.Network;
import org.lenetlab.backend.reference.ReferenceBackend;
import org.lenetlab.onnx.OnnxModel;
import org.lenetlab.testkit.OnnxRuntime;

/** Compares what ONNX Runtime makes of an exported network with what the reference computes. */
final class ExportedNetworks {
  private ExportedNetworks() {}

  /** Checks that classes are the same and outputs within 1e-4 of their size. */
  static void assertSame(
      byte[] model, Network network, float[] parameters, Loss loss, Batch batch) {
    int classes = network.classes();
    float[] expected = new float[batch.size() * classes];
    try (Program program = new ReferenceBackend().compile(network, loss, batch.size(), 1)) {
      program.setParameters(parameters);
      program.forward(batch, expected);
    }
    Map<String, float[][]> outputs = OnnxRuntime.run(model, network.input(), batch);
    boolean distances = network.outputsDistances();
    float[][] scores = Objects.requireNonNull(outputs.get(OnnxModel.SCORES));
    float[][] raw = distances ? Objects.requireNonNull(outputs.get(OnnxModel.DISTANCES)) : scores;
    for (int e = 0; e < batch.size(); e++) {
      int best = 0;
      for (int c = 0; c < classes; c++) {
        float ours = expected[e * classes + c];
        double tolerance = 1e-4 * Math.max(1, Math.abs(ours));
        assertThat((double) raw[e][c])
            .as("output %d of example %d", c, e)
            .isCloseTo(ours, within(tolerance));
        float oursOfBest = expected[e * classes + best];
        best = (distances ? ours < oursOfBest : ours > oursOfBest) ? c : best;
      }
      assertThat(argmax(scores[e])).as("class of example %d", e).isEqualTo(best);
    }
  }

  static int argmax(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }
}
