package org.lenetlab.report;

import org.lenetlab.results.store.Predictions;

/**
 * How often test images of each class were given each class.
 *
 * @param counts by label, then by predicted class
 */
record Confusion(int[][] counts) {
  /** Counts predictions. */
  static Confusion of(Predictions predictions) {
    int classes = 0;
    for (int i = 0; i < predictions.labels().length; i++) {
      classes = Math.max(classes, 1 + Byte.toUnsignedInt(predictions.labels()[i]));
      classes = Math.max(classes, 1 + Byte.toUnsignedInt(predictions.predicted()[i]));
    }
    int[][] counts = new int[classes][classes];
    for (int i = 0; i < predictions.labels().length; i++) {
      int label = Byte.toUnsignedInt(predictions.labels()[i]);
      counts[label][Byte.toUnsignedInt(predictions.predicted()[i])]++;
    }
    return new Confusion(counts);
  }

  int classes() {
    return counts.length;
  }

  /** How many images of class {@code label} there are. */
  int images(int label) {
    int sum = 0;
    for (int count : counts[label]) {
      sum += count;
    }
    return sum;
  }

  /**
   * How strongly a count is to be coloured, 0 … 1: right answers by the images of their class,
   * wrong ones by the most frequent, each as a root, so that rare ones are seen.
   */
  double strength(int label, int predicted) {
    int count = counts[label][predicted];
    int most = label == predicted ? images(label) : mostConfused();
    return count == 0 ? 0 : Math.sqrt((double) count / most);
  }

  /** The largest count off the diagonal. */
  int mostConfused() {
    int most = 0;
    for (int label = 0; label < classes(); label++) {
      for (int predicted = 0; predicted < classes(); predicted++) {
        most = label == predicted ? most : Math.max(most, counts[label][predicted]);
      }
    }
    return most;
  }
}
