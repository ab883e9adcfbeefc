package org.lenetlab.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.data.Augmentation;
import org.lenetlab.api.data.Dataset;
import org.lenetlab.api.data.Examples;
import org.lenetlab.api.experiment.DatasetBlock;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.SpecException;

/**
 * A dataset after its transforms, as all runs of an experiment share it; {@link #split} gives the
 * part of each run.
 *
 * @param classes the names of the classes, in the order of the labels
 * @param training before validation examples are split off
 * @param limit how many training examples a run uses; null: all that are left
 * @param validation how many examples are split off the training set
 * @param variants how many fixed variants of each image {@code augment} makes, the original among
 *     them; null: a new one in every epoch
 */
public record PreparedData(
    List<String> classes,
    Examples training,
    Examples test,
    @Nullable Integer limit,
    int validation,
    List<Augmentation> augment,
    @Nullable Integer variants) {

  /**
   * The examples of one run.
   *
   * @param validation null where none are split off
   */
  public record Split(Subset training, @Nullable Subset validation, Subset test) {}

  public PreparedData {
    classes = List.copyOf(classes);
    augment = List.copyOf(augment);
  }

  /**
   * Applies the block's transforms.
   *
   * @throws SpecException if a transform does not fit the images, or the dataset has too few
   *     training examples; paths are relative to the dataset block
   */
  public static PreparedData prepare(DatasetBlock block, Dataset dataset) {
    block.trainingCount(dataset.training().count());
    block.preparedShape(dataset.info().shape());
    return new PreparedData(
        dataset.info().classes(),
        prepared(block, dataset.training()),
        prepared(block, dataset.test()),
        block.limit(),
        block.validation(),
        block.augment(),
        block.variants());
  }

  private static Examples prepared(DatasetBlock block, Examples examples) {
    return new Examples(block.prepared(examples.images()), examples.labels());
  }

  /** The shape of the images that the network sees. */
  public Shape shape() {
    return training.images().shape();
  }

  /**
   * Draws the validation and training examples of the run with {@code seed}. The validation
   * examples do not depend on the limit.
   */
  public Split split(long seed) {
    int available = training.count();
    int used = limit != null ? limit : available - validation;
    if (used == available) {
      return new Split(Subset.all(training), null, Subset.all(test)); // whatever is drawn
    }
    int[] drawn = IntStream.range(0, available).toArray();
    new RandomStream(seed, "split").shuffle(drawn);
    return new Split(
        part(drawn, validation, validation + used),
        validation > 0 ? part(drawn, 0, validation) : null,
        Subset.all(test));
  }

  private Subset part(int[] drawn, int from, int to) {
    int[] indices = Arrays.copyOfRange(drawn, from, to);
    Arrays.sort(indices);
    return new Subset(training, indices);
  }
}
