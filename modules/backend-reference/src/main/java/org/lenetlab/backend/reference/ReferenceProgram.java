package org.lenetlab.backend.reference;

import java.util.Arrays;
import org.lenetlab.api.backend.CurvatureProgram;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.backend.Scores;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.optimizer.Optimizer;

/** One training on the reference backend. Its own order of the parameters is the canonical one. */
final class ReferenceProgram implements CurvatureProgram {
  private final float[] parameters;
  private final float[] gradients;
  private final double[] sums;
  private final Chain chain;
  private final Objective objective;
  private final boolean smallestWins;

  ReferenceProgram(Network network, Loss loss, long seed) {
    parameters = network.initialParameters(seed);
    gradients = new float[parameters.length];
    sums = new double[parameters.length];
    chain = new Chain(network, parameters, seed);
    objective = new Objective(network, loss);
    smallestWins = network.outputsDistances();
  }

  @Override
  public void trainBatch(Batch batch, Scores scores) {
    Arrays.fill(sums, 0);
    for (int e = 0; e < batch.size(); e++) {
      chain.beginTraining(batch.epoch(), batch.indices()[e]);
      score(batch, e, scores);
      objective.writeGradient(chain);
      chain.backward(Derivative.GRADIENT, chain.length(), sums);
    }
    for (int k = 0; k < gradients.length; k++) {
      gradients[k] = (float) (sums[k] / batch.size());
    }
  }

  @Override
  public void evaluate(Batch batch, Scores scores) {
    chain.beginEvaluation();
    for (int e = 0; e < batch.size(); e++) {
      score(batch, e, scores);
    }
  }

  private void score(Batch batch, int e, Scores scores) {
    int label = batch.labels()[e];
    double[] outputs = chain.forward(batch.images(), e * batch.imageSize());
    scores.add(objective.at(outputs, label), label, predicted(outputs));
  }

  private int predicted(double[] outputs) {
    int best = 0;
    for (int i = 1; i < outputs.length; i++) {
      if (smallestWins ? outputs[i] < outputs[best] : outputs[i] > outputs[best]) {
        best = i;
      }
    }
    return best;
  }

  @Override
  public void forward(Batch batch, float[] outputs) {
    chain.beginEvaluation();
    int next = 0;
    for (int e = 0; e < batch.size(); e++) {
      for (double output : chain.forward(batch.images(), e * batch.imageSize())) {
        outputs[next++] = (float) output;
      }
    }
  }

  @Override
  public void addCurvature(Batch batch, float[] sum) {
    Arrays.fill(sums, 0);
    chain.beginEvaluation();
    for (int e = 0; e < batch.size(); e++) {
      double[] outputs = chain.forward(batch.images(), e * batch.imageSize());
      objective.at(outputs, batch.labels()[e]);
      int border = objective.writeCurvature(chain);
      chain.backward(Derivative.CURVATURE, border, sums);
    }
    for (int k = 0; k < sum.length; k++) {
      sum[k] += (float) sums[k];
    }
  }

  @Override
  public void update(Optimizer optimizer, float rate) {
    optimizer.beforeStep();
    optimizer.update(parameters, gradients, 0, parameters.length, rate);
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
  }

  @Override
  public float[] gradients() {
    return gradients.clone();
  }

  @Override
  public void close() {
    // It has no workers, and its memory is the garbage collector's.
  }
}
