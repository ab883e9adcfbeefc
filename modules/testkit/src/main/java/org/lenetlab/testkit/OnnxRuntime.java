package org.lenetlab.testkit;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.Result;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.network.Shape;

/** Runs ONNX models with ONNX Runtime. */
public final class OnnxRuntime {
  private OnnxRuntime() {}

  /**
   * The outputs by name, each [example][value], of a model whose only input is called {@code
   * input}.
   *
   * @throws AssertionError if ONNX Runtime refuses the model
   */
  public static Map<String, float[][]> run(byte[] model, Shape input, Batch batch) {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    FloatBuffer images = FloatBuffer.wrap(batch.images(), 0, batch.size() * input.size());
    long[] sizes = {batch.size(), input.channels(), input.height(), input.width()};
    try (SessionOptions options = options();
        OrtSession session = environment.createSession(model, options);
        OnnxTensor tensor = OnnxTensor.createTensor(environment, images, sizes);
        Result result = session.run(Map.of("input", tensor))) {
      Map<String, float[][]> outputs = new HashMap<>();
      for (Map.Entry<String, ?> output : result) {
        outputs.put(
            output.getKey(), (float[][]) result.get(output.getKey()).orElseThrow().getValue());
      }
      return outputs;
    } catch (OrtException e) {
      throw new AssertionError("ONNX Runtime refuses the model", e);
    }
  }

  /** One thread: tests share the machine. */
  private static SessionOptions options() throws OrtException {
    SessionOptions options = new SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    return options;
  }
}
