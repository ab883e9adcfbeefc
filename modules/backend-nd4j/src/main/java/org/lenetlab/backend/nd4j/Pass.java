package org.lenetlab.backend.nd4j;

import java.util.List;
import java.util.Map;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Stage;

/** The ops of a network with the arrays for batches of one size. */
final class Pass implements AutoCloseable {
  private final Memory memory = new Memory();
  private final Tensor images;
  private final Signal outputs;
  private final List<Step> steps;
  private final float[] values;

  Pass(Network network, Map<Stage, Weights> weights, long seed, int examples) {
    PassBuilder builder = new PassBuilder(memory, weights, seed, examples, network.input());
    images = new Tensor(builder.signal().values());
    network.stages().forEach(builder::add);
    steps = List.copyOf(builder.steps());
    outputs = builder.signal();
    values = new float[examples * network.classes()];
  }

  /** The outputs [example][class], in an array that is used again. */
  float[] forward(Batch batch, boolean training) {
    images.write(batch.images(), batch.size() * batch.imageSize());
    for (Step step : steps) {
      step.begin(batch, training);
      step.forward();
    }
    new Tensor(outputs.values()).read(values);
    return values;
  }

  /** Leaves the gradients of the weights, given those of the outputs. */
  void backward(float[] gradients) {
    if (outputs.gradients() != null) {
      new Tensor(outputs.gradients()).write(gradients, gradients.length);
      for (Step step : steps.reversed()) {
        step.backward();
      }
    }
  }

  @Override
  public void close() {
    memory.close();
  }
}
