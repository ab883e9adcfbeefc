package org.lenetlab.backend.nd4j;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.backend.Scores;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Stage;
import org.lenetlab.api.optimizer.Optimizer;

/**
 * One training with ND4J. The parameters that optimizers see are in Java memory, in canonical
 * order; ND4J's tensors take them over before the next pass, which is a copy of a quarter of a
 * megabyte for LeNet-5.
 */
final class Nd4jProgram implements Program {
  private final Network network;
  private final long seed;
  private final Threads threads;
  private final Objective objective;
  private final Memory memory = new Memory();
  private final Map<Stage, Weights> weights = new LinkedHashMap<>();
  private final Map<Integer, Pass> passes = new HashMap<>();
  private final float[] parameters;
  private final float[] gradients;
  private boolean changed = true;

  Nd4jProgram(Network network, Loss loss, long seed, Threads threads) {
    this.network = network;
    this.seed = seed;
    this.threads = threads;
    objective = new Objective(network, loss);
    parameters = network.initialParameters(seed);
    gradients = new float[parameters.length];
    for (Stage stage : network.stages()) {
      if (Weights.areIn(stage)) {
        weights.put(stage, Weights.of(stage, memory));
      }
    }
  }

  @Override
  public void trainBatch(Batch batch, Scores scores) {
    float[] outputs = pass(batch).forward(batch, true);
    pass(batch).backward(objective.score(batch, outputs, scores));
    weights.values().forEach(tensors -> tensors.store(gradients));
  }

  @Override
  public void evaluate(Batch batch, Scores scores) {
    objective.score(batch, pass(batch).forward(batch, false), scores);
  }

  @Override
  public void forward(Batch batch, float[] outputs) {
    float[] values = pass(batch).forward(batch, false);
    System.arraycopy(values, 0, outputs, 0, values.length);
  }

  /** The pass for the batch's size, with the present parameters. */
  private Pass pass(Batch batch) {
    threads.use();
    if (changed) {
      weights.values().forEach(tensors -> tensors.load(parameters));
      changed = false;
    }
    return passes.computeIfAbsent(batch.size(), n -> new Pass(network, weights, seed, n));
  }

  @Override
  public void update(Optimizer optimizer, float rate) {
    optimizer.beforeStep();
    optimizer.update(parameters, gradients, 0, parameters.length, rate);
    changed = true;
  }

  @Override
  public int vectorLength() {
    return parameters.length;
  }

  @Override
  public float[] toCanonical(float[] vector) {
    return vector.clone();
  }

  @Override
  public float[] fromCanonical(float[] canonical) {
    return canonical.clone();
  }

  @Override
  public float[] parameters() {
    return parameters.clone();
  }

  @Override
  public void setParameters(float[] canonical) {
    if (canonical.length != parameters.length) {
      throw new IllegalArgumentException(
          "expected " + parameters.length + " parameters, not " + canonical.length);
    }
    System.arraycopy(canonical, 0, parameters, 0, parameters.length);
    changed = true;
  }

  @Override
  public float[] gradients() {
    return gradients.clone();
  }

  @Override
  public void close() {
    passes.values().forEach(Pass::close);
    memory.close();
  }
}
