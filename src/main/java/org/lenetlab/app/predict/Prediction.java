package org.lenetlab.app.predict;

/**
 * What a network makes of one image.
 *
 * @param label its class
 * @param outputs of its last layer
 * @param probabilities of the classes; they add up to 1 or, where the network may say that an image
 *     is none of them, to less
 */
public record Prediction(int label, float[] outputs, double[] probabilities) {

  /** The probability of the class. */
  public double probability() {
    return probabilities[label];
  }

  /** The probability that the image is none of the classes. */
  public double none() {
    double sum = 0;
    for (double probability : probabilities) {
      sum += probability;
    }
    return Math.max(0, 1 - sum);
  }
}
