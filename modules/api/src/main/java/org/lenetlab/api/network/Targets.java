package org.lenetlab.api.network;

import java.util.Arrays;
import java.util.List;
import org.lenetlab.api.spec.SpecException;

/** The fixed target vectors of an RBF output, one per class, all of the same length. */
public final class Targets {
  private final float[][] vectors;

  public Targets(List<float[]> vectors) {
    SpecException.require(!vectors.isEmpty(), "", "expected at least one target");
    this.vectors = vectors.stream().map(float[]::clone).toArray(float[][]::new);
    for (float[] vector : this.vectors) {
      SpecException.require(
          vector.length == length(),
          "",
          "targets differ in length: " + vector.length + " and " + length());
    }
  }

  /** Number of classes. */
  public int classes() {
    return vectors.length;
  }

  /** Number of values of one target. */
  public int length() {
    return vectors[0].length;
  }

  /** Value {@code index} of the target of {@code label}. */
  public float get(int label, int index) {
    return vectors[label][index];
  }

  /** In how many values the targets of two classes differ. */
  public int hammingDistance(int first, int second) {
    int distance = 0;
    for (int j = 0; j < length(); j++) {
      distance += vectors[first][j] == vectors[second][j] ? 0 : 1;
    }
    return distance;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Targets that && Arrays.deepEquals(vectors, that.vectors);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(vectors);
  }

  @Override
  public String toString() {
    return classes() + " targets of " + length() + " values";
  }
}
