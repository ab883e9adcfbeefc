package org.lenetlab.api.backend;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Adds up losses and hits over batches; optionally keeps every predicted class. */
public final class Scores {
  private final byte @Nullable [] predictions;
  private double loss;
  private int correct;
  private int count;

  private Scores(byte @Nullable [] predictions) {
    this.predictions = predictions;
  }

  /** Keeps sums only. */
  public static Scores sums() {
    return new Scores(null);
  }

  /** Keeps the predicted class of up to {@code capacity} examples too. */
  public static Scores withPredictions(int capacity) {
    return new Scores(new byte[capacity]);
  }

  /** Forgets all that was added. */
  public void reset() {
    loss = 0;
    correct = 0;
    count = 0;
  }

  /** Adds one example's loss, with its scale, and its label and predicted class. */
  public void add(double exampleLoss, int label, int predicted) {
    if (predictions != null) {
      predictions[count] = (byte) predicted;
    }
    loss += exampleLoss;
    correct += label == predicted ? 1 : 0;
    count++;
  }

  /** Number of examples added. */
  public int count() {
    return count;
  }

  /** Number of examples whose predicted class is their label. */
  public int correct() {
    return correct;
  }

  /** Mean loss per example. */
  public double meanLoss() {
    return loss / count;
  }

  /** The predicted class of each example added, in order. */
  public byte[] predictions() {
    if (predictions == null) {
      throw new IllegalStateException("these scores keep sums only");
    }
    return Arrays.copyOf(predictions, count);
  }
}
