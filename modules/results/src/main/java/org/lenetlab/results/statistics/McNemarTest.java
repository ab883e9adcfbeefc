package org.lenetlab.results.statistics;

import org.apache.commons.statistics.inference.BinomialTest;

/**
 * McNemar's exact test of two classifiers on the same test images: of the images that only one of
 * them gets right, is either's share more than a half (McNemar 1947; Dietterich 1998)?
 *
 * @param both number of images that both get right
 * @param onlyFirst that only the first gets right
 * @param onlySecond that only the second gets right
 * @param neither that both get wrong
 */
public record McNemarTest(int both, int onlyFirst, int onlySecond, int neither) {

  /**
   * Compares what two classifiers predict.
   *
   * @throws IllegalArgumentException if the labels are not of the same images
   */
  public static McNemarTest of(byte[] labels, byte[] first, byte[] second) {
    if (first.length != labels.length || second.length != labels.length) {
      throw new IllegalArgumentException("predictions of different images");
    }
    int[] counts = new int[4];
    for (int i = 0; i < labels.length; i++) {
      counts[(first[i] == labels[i] ? 0 : 2) + (second[i] == labels[i] ? 0 : 1)]++;
    }
    return new McNemarTest(counts[0], counts[1], counts[2], counts[3]);
  }

  /** The two-sided p of the binomial distribution; 1 if both get the same images right. */
  public double p() {
    int differing = onlyFirst + onlySecond;
    return differing == 0
        ? 1
        : BinomialTest.withDefaults().test(differing, onlyFirst, 0.5).getPValue();
  }
}
