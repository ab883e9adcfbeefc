package org.lenetlab.api.network;

import java.util.Arrays;
import java.util.List;
import org.lenetlab.api.spec.SpecException;

/**
 * The fixed target vectors of an RBF output, one per class, all of the same length. They may be
 * pictures, as in LeCun et al. 1998, Fig. 3; what they are compared with is then one, too.
 */
public final class Targets {
  private final Shape shape;
  private final float[][] vectors;

  /** Targets that are no pictures. */
  public Targets(List<float[]> vectors) {
    this(Shape.vector(length(vectors)), vectors);
  }

  /**
   * Targets of a shape.
   *
   * @param vectors the values of each in the order (channel, row, column)
   * @throws SpecException if they are not of that shape
   */
  public Targets(Shape shape, List<float[]> vectors) {
    this.shape = shape;
    this.vectors = vectors.stream().map(float[]::clone).toArray(float[][]::new);
    SpecException.require(length(vectors) == shape.size(), "", "expected targets of " + shape);
    for (float[] vector : this.vectors) {
      SpecException.require(
          vector.length == length(),
          "",
          "targets differ in length: " + vector.length + " and " + length());
    }
  }

  private static int length(List<float[]> vectors) {
    SpecException.require(!vectors.isEmpty(), "", "expected at least one target");
    return vectors.getFirst().length;
  }

  /** Number of classes. */
  public int classes() {
    return vectors.length;
  }

  /** Number of values of one target. */
  public int length() {
    return vectors[0].length;
  }

  /** The shape of one target; a vector where they are no pictures. */
  public Shape shape() {
    return shape;
  }

  /** The target of {@code label}. */
  public float[] get(int label) {
    return vectors[label].clone();
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

  /** Whether the values are the same; their shape matters to nobody but readers. */
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
