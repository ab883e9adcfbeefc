package org.lenetlab.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.DataException;
import org.lenetlab.api.data.Dataset;
import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.data.DatasetSpec;
import org.lenetlab.api.data.Examples;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Range;
import org.lenetlab.api.spec.SpecException;
import org.lenetlab.safetensors.Safetensors;
import org.lenetlab.safetensors.SafetensorsException;

/**
 * {@code tensors}: images and labels from a safetensors file, in the given order. Where every
 * tensor is a batch of the training's batch size, {@code shuffle: false} replays the batches one by
 * one.
 */
@Doc("images and labels from a safetensors file, in the given order")
record Tensors(
    @Doc("a safetensors file, relative to the experiment file") String file,
    @Doc("names of tensors [n, channels, height, width] or [n, height, width], floats or bytes")
        List<String> images,
    @Doc("names of tensors [n] of whole numbers, one for each of the images") List<String> labels,
    @Doc("the same for testing") @Default("[]") List<String> testImages,
    @Doc("the same for testing") @Default("[]") List<String> testLabels,
    @Doc("number of classes; default: one more than the largest label") @Range(min = 1, max = 256)
        @Nullable Integer classes)
    implements DatasetSpec {
  private static final int MOST_CLASSES = 256;

  Tensors {
    images = List.copyOf(images);
    labels = List.copyOf(labels);
    testImages = List.copyOf(testImages);
    testLabels = List.copyOf(testLabels);
    SpecException.require(!images.isEmpty(), "images", "expected at least one tensor");
    requirePairs(images, "labels", labels);
    requirePairs(testImages, "test-labels", testLabels);
  }

  private static void requirePairs(List<String> images, String path, List<String> labels) {
    SpecException.require(
        images.size() == labels.size(),
        path,
        "%d tensors of labels for %d of images".formatted(labels.size(), images.size()));
  }

  @Override
  public DatasetInfo info(DataAccess access) {
    return load(access).info();
  }

  @Override
  public Dataset load(DataAccess access) {
    Path path = access.base().resolve(file);
    SpecException.require(Files.isRegularFile(path), "file", "there is no file " + path);
    try {
      return load(path.toString(), Safetensors.read(path));
    } catch (SafetensorsException e) {
      throw new DataException(String.valueOf(e.getMessage()), e);
    }
  }

  private Dataset load(String source, Safetensors content) {
    requireNames(content, "images", images);
    requireNames(content, "labels", labels);
    requireNames(content, "test-images", testImages);
    requireNames(content, "test-labels", testLabels);
    TensorExamples reader =
        new TensorExamples(source, content, classes == null ? MOST_CLASSES : classes);
    Examples training = reader.read(images, labels);
    Examples test =
        testImages.isEmpty()
            ? TensorExamples.none(training.images())
            : reader.read(testImages, testLabels);
    if (!test.images().shape().equals(training.images().shape())) {
      throw new DataException(
          "%s: images for training of %s, but for testing of %s"
              .formatted(source, training.images().shape(), test.images().shape()));
    }
    int count = classes != null ? classes : 1 + Math.max(largest(training), largest(test));
    DatasetInfo info =
        new DatasetInfo(
            "tensors of " + Path.of(file).getFileName(),
            training.images().shape(),
            IntStream.range(0, count).mapToObj(Integer::toString).toList(),
            training.count(),
            test.count());
    return new Dataset(info, training, test, Digests.ofExamples(training, test));
  }

  private static void requireNames(Safetensors content, String path, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      try {
        content.get(names.get(i));
      } catch (SafetensorsException e) {
        throw new SpecException(path + "/" + i, String.valueOf(e.getMessage()));
      }
    }
  }

  private static int largest(Examples examples) {
    return IntStream.range(0, examples.count()).map(examples::label).max().orElse(0);
  }
}
