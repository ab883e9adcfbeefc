package org.lenetlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lenetlab.api.backend.CurvatureProgram;
import org.lenetlab.api.backend.Scores;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.optimizer.Optimizer;

/** Keeps its parameters in reversed order with padding behind, as a program may. */
final class LinearProgram implements CurvatureProgram {
  private static final int PADDING = 3;

  /** The indices of every training batch, in order. */
  final List<List<Integer>> trained = new ArrayList<>();

  /** The largest evaluated batch. */
  int largestEvaluated;

  boolean closed;

  private final int inputs;
  private final int classes;
  private final int capacity;
  private float[] own;
  private float[] gradients;

  LinearProgram(Network network, int capacity, float[] canonical) {
    inputs = network.input().size();
    classes = network.classes();
    this.capacity = capacity;
    own = fromCanonical(canonical);
    gradients = new float[own.length];
  }

  @Override
  public void trainBatch(Batch batch, Scores scores) {
    trained.add(Arrays.stream(batch.indices()).limit(batch.size()).boxed().toList());
    double[] sums = new double[classes * (inputs + 1)];
    for (int i = 0; i < batch.size(); i++) {
      double[] p = score(batch, i, scores);
      p[batch.labels()[i]] -= 1;
      for (int c = 0; c < classes; c++) {
        for (int j = 0; j < inputs; j++) {
          sums[c * inputs + j] += p[c] * batch.images()[i * inputs + j];
        }
        sums[classes * inputs + c] += p[c];
      }
    }
    float[] means = new float[sums.length];
    Arrays.setAll(new double[means.length], k -> means[k] = (float) (sums[k] / batch.size()));
    gradients = fromCanonical(means);
  }

  @Override
  public void evaluate(Batch batch, Scores scores) {
    largestEvaluated = Math.max(largestEvaluated, batch.size());
    for (int i = 0; i < batch.size(); i++) {
      score(batch, i, scores);
    }
  }

  private double[] score(Batch batch, int example, Scores scores) {
    assertThat(batch.size()).isLessThanOrEqualTo(capacity);
    float[] w = toCanonical(own);
    double[] p = new double[classes];
    double total = 0;
    int predicted = 0;
    for (int c = 0; c < classes; c++) {
      double y = w[classes * inputs + c];
      for (int j = 0; j < inputs; j++) {
        y += w[c * inputs + j] * batch.images()[example * inputs + j];
      }
      p[c] = StrictMath.exp(y);
      total += p[c];
      predicted = p[c] > p[predicted] ? c : predicted;
    }
    for (int c = 0; c < classes; c++) {
      p[c] /= total;
    }
    int label = batch.labels()[example];
    scores.add(-StrictMath.log(p[label]), label, predicted);
    return p;
  }

  @Override
  public void addCurvature(Batch batch, float[] sum) {
    for (int i = 0; i < batch.size(); i++) {
      for (int k = 0; k < sum.length; k++) {
        sum[k] += batch.indices()[i];
      }
    }
  }

  @Override
  public void forward(Batch batch, float[] outputs) {
    for (int i = 0; i < batch.size(); i++) {
      double[] p = score(batch, i, Scores.sums());
      for (int c = 0; c < classes; c++) {
        outputs[i * classes + c] = (float) StrictMath.log(p[c]);
      }
    }
  }

  @Override
  public void update(Optimizer optimizer, float rate) {
    optimizer.beforeStep();
    optimizer.update(own, gradients, 0, own.length, rate);
  }

  @Override
  public int vectorLength() {
    return classes * (inputs + 1) + PADDING;
  }

  @Override
  public float[] toCanonical(float[] vector) {
    float[] canonical = new float[vector.length - PADDING];
    for (int i = 0; i < canonical.length; i++) {
      canonical[i] = vector[canonical.length - 1 - i];
    }
    return canonical;
  }

  @Override
  public float[] fromCanonical(float[] canonical) {
    float[] vector = new float[canonical.length + PADDING];
    for (int i = 0; i < canonical.length; i++) {
      vector[canonical.length - 1 - i] = canonical[i];
    }
    return vector;
  }

  @Override
  public float[] parameters() {
    return toCanonical(own);
  }

  @Override
  public void setParameters(float[] canonical) {
    own = fromCanonical(canonical);
  }

  @Override
  public float[] gradients() {
    return toCanonical(gradients);
  }

  @Override
  public void close() {
    closed = true;
  }
}
