package org.lenetlab.app.predict;

import org.lenetlab.api.backend.Loss;

/** Reads a network's outputs as probabilities, the way that its loss has taught it. */
final class Probabilities {
  private Probabilities() {}

  /**
   * The probability of each class.
   *
   * <ul>
   *   <li>cross-entropy: softmax of the outputs
   *   <li>RBF distances y: e^(−y[i]) / Σ e^(−y); with the discriminative loss the rubbish class at
   *       distance j takes its share (LeCun et al. 1998, eq. 9)
   *   <li>squared error: outputs estimate the mean of their targets, which goes from {@code off} to
   *       {@code on} as the probability goes from 0 to 1; cut off there and made to add up to 1
   * </ul>
   */
  static double[] of(float[] outputs, Loss loss) {
    return switch (loss) {
      case Loss.CrossEntropy _ -> softmax(outputs, 1, Double.NEGATIVE_INFINITY);
      case Loss.RbfMle _ -> softmax(outputs, -1, Double.NEGATIVE_INFINITY);
      case Loss.RbfMap map -> softmax(outputs, -1, -map.j());
      case Loss.MeanSquaredError mse -> shares(outputs, mse);
    };
  }

  /** e^(sign·y[i]) by their sum and e^rubbish. */
  private static double[] softmax(float[] outputs, int sign, double rubbish) {
    double largest = rubbish;
    for (float output : outputs) {
      largest = Math.max(largest, sign * output);
    }
    double sum = Math.exp(rubbish - largest);
    double[] probabilities = new double[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      probabilities[i] = Math.exp(sign * outputs[i] - largest);
      sum += probabilities[i];
    }
    return divided(probabilities, sum);
  }

  /** Where no output is above {@code off}, all that can be said is the order: the largest wins. */
  private static double[] shares(float[] outputs, Loss.MeanSquaredError mse) {
    double[] shares = new double[outputs.length];
    double sum = 0;
    for (int i = 0; i < outputs.length; i++) {
      shares[i] = Math.clamp((outputs[i] - mse.off()) / (mse.on() - mse.off()), 0.0, 1.0);
      sum += shares[i];
    }
    return sum > 0
        ? divided(shares, sum)
        : softmax(outputs, mse.on() > mse.off() ? 1 : -1, Double.NEGATIVE_INFINITY);
  }

  private static double[] divided(double[] values, double divisor) {
    for (int i = 0; i < values.length; i++) {
      values[i] /= divisor;
    }
    return values;
  }
}
