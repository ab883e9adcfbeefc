package org.lenetlab.api.experiment;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.data.Augmentation;
import org.lenetlab.api.data.DatasetSpec;
import org.lenetlab.api.data.Images;
import org.lenetlab.api.data.Transform;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Flat;
import org.lenetlab.api.spec.Range;
import org.lenetlab.api.spec.SpecException;

/** {@code dataset} of an experiment file. */
public record DatasetBlock(
    @Flat DatasetSpec source,
    @Doc("how many training examples to use, drawn by seed; default: all") @Range(min = 1)
        @Nullable Integer limit,
    @Default("0") @Range(min = 0) @Doc("examples split off the training set, by seed")
        int validation,
    @Default("[]") @Doc("prepares every image once, in this order") List<Transform> transform,
    @Default("[]") @Doc("changes training images at random, anew in every epoch, in this order")
        List<Augmentation> augment,
    @Doc(
            "how many fixed variants of each image augment makes, the original among them, for"
                + " every epoch to draw from; default: a new variant in every epoch")
        @Range(min = 2)
        @Nullable Integer variants) {

  /**
   * @throws SpecException if a pixel transform comes after one that maps values, or there are
   *     variants without augmentation
   */
  public DatasetBlock {
    transform = List.copyOf(transform);
    augment = List.copyOf(augment);
    SpecException.require(
        variants == null || !augment.isEmpty(),
        "variants",
        "there is no augment that could make variants");
    for (int i = 1; i < transform.size(); i++) {
      SpecException.require(
          transform.get(i).mapsValues() || !transform.get(i - 1).mapsValues(),
          "transform/" + i,
          "a transform of pixels comes after one of values; move it up");
    }
  }

  /**
   * How many examples a run trains on.
   *
   * @param available the training examples of the dataset
   * @throws SpecException if they are too few; paths are relative to the dataset
   */
  public int trainingCount(int available) {
    SpecException.require(
        validation < available,
        "validation",
        "expected fewer than the " + grouped(available) + " training examples of the dataset");
    SpecException.require(
        limit == null || limit <= available - validation,
        "limit",
        "expected at most "
            + grouped(available - validation)
            + ": the dataset has "
            + grouped(available)
            + " training examples"
            + (validation > 0 ? ", of which validation takes " + grouped(validation) : ""));
    return limit == null ? available - validation : limit;
  }

  private static String grouped(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /**
   * The shape of the images that the network sees, when stored ones have the shape {@code stored}.
   *
   * @throws SpecException if a transform does not fit; paths are relative to the dataset
   */
  public Shape preparedShape(Shape stored) {
    return transformed(stored, Transform::apply);
  }

  /**
   * The images after all transforms.
   *
   * @throws SpecException if a transform does not fit them
   */
  public Images prepared(Images stored) {
    return transformed(stored, Transform::apply);
  }

  private <T> T transformed(T stored, BiFunction<Transform, T, T> apply) {
    T value = stored;
    for (int i = 0; i < transform.size(); i++) {
      try {
        value = apply.apply(transform.get(i), value);
      } catch (SpecException e) {
        throw e.under("transform/" + i);
      }
    }
    return value;
  }
}
