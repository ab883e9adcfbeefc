package org.lenetlab.data;

import org.lenetlab.api.data.Examples;
import org.lenetlab.api.random.RandomStream;

/** A linear classifier trained by stochastic gradient descent on the cross-entropy. */
final class SoftmaxRegression {
  private static final int CLASSES = 10;

  private final int inputs;
  private final float[][] weights;
  private final float[] biases = new float[CLASSES];
  private final float[] outputs = new float[CLASSES];
  private final float[] image;

  SoftmaxRegression(int inputs) {
    this.inputs = inputs;
    weights = new float[CLASSES][inputs];
    image = new float[inputs];
  }

  void train(Examples examples, int epochs, float rate) {
    int[] order = new int[examples.count()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    RandomStream random = new RandomStream(1, "softmax-regression");
    for (int epoch = 0; epoch < epochs; epoch++) {
      random.at(epoch).shuffle(order);
      float decayed = rate / (1 + epoch);
      for (int example : order) {
        predict(examples, example);
        for (int c = 0; c < CLASSES; c++) {
          step(c, decayed * (outputs[c] - (examples.label(example) == c ? 1 : 0)));
        }
      }
    }
  }

  private void step(int c, float amount) {
    for (int i = 0; i < inputs; i++) {
      weights[c][i] -= amount * image[i];
    }
    biases[c] -= amount;
  }

  /** Leaves the probabilities in {@code outputs} and returns the most probable class. */
  private int predict(Examples examples, int example) {
    examples.images().values(example, image, 0);
    int best = 0;
    for (int c = 0; c < CLASSES; c++) {
      outputs[c] = biases[c];
      for (int i = 0; i < inputs; i++) {
        outputs[c] += weights[c][i] * image[i];
      }
      best = outputs[c] > outputs[best] ? c : best;
    }
    float largest = outputs[best];
    float sum = 0;
    for (int c = 0; c < CLASSES; c++) {
      outputs[c] = (float) Math.exp(outputs[c] - largest);
      sum += outputs[c];
    }
    for (int c = 0; c < CLASSES; c++) {
      outputs[c] /= sum;
    }
    return best;
  }

  /** The share of {@code examples} that is classified correctly. */
  double accuracy(Examples examples) {
    int correct = 0;
    for (int i = 0; i < examples.count(); i++) {
      correct += predict(examples, i) == examples.label(i) ? 1 : 0;
    }
    return (double) correct / examples.count();
  }
}
