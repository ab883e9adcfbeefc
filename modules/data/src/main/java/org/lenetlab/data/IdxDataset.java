package org.lenetlab.data;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.lenetlab.api.data.ByteImages;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.Dataset;
import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.data.Examples;
import org.lenetlab.api.network.Shape;

/**
 * A dataset published as four IDX files.
 *
 * @param classes the names of the classes, in the order of the labels
 */
record IdxDataset(
    Publication publication,
    List<String> classes,
    IdxFile trainingImages,
    IdxFile trainingLabels,
    IdxFile testImages,
    IdxFile testLabels) {

  private static final float BLACK = 0;

  /**
   * A dataset with the file names and sizes of MNIST.
   *
   * @param checksums of the unpacked training images and labels, test images and labels
   */
  static IdxDataset likeMnist(
      Publication publication, List<String> classes, List<Checksums> checksums) {
    return new IdxDataset(
        publication,
        classes,
        new IdxFile("train-images-idx3-ubyte", checksums.get(0), List.of(60_000, 28, 28)),
        new IdxFile("train-labels-idx1-ubyte", checksums.get(1), List.of(60_000)),
        new IdxFile("t10k-images-idx3-ubyte", checksums.get(2), List.of(10_000, 28, 28)),
        new IdxFile("t10k-labels-idx1-ubyte", checksums.get(3), List.of(10_000)));
  }

  DatasetInfo info() {
    return new DatasetInfo(
        publication.title(),
        shape(),
        classes,
        trainingLabels.sizes().getFirst(),
        testLabels.sizes().getFirst());
  }

  private Shape shape() {
    return new Shape(1, trainingImages.sizes().get(1), trainingImages.sizes().get(2));
  }

  private List<IdxFile> idxFiles() {
    return List.of(trainingImages, trainingLabels, testImages, testLabels);
  }

  private List<byte[]> read(List<Path> paths) {
    return IntStream.range(0, paths.size())
        .parallel()
        .mapToObj(i -> idxFiles().get(i).read(paths.get(i), paths.get(i).toString()))
        .toList();
  }

  PublishedFiles files(DataAccess access) {
    return new PublishedFiles(publication, idxFiles(), access);
  }

  /** Reads and verifies it, after fetching what is missing. */
  Dataset load(DataAccess access) {
    PublishedFiles files = files(access);
    List<Path> paths = files.require();
    List<byte[]> values = files.read(() -> read(paths));
    Shape shape = shape();
    return new Dataset(
        info(),
        new Examples(new ByteImages(shape, values.get(0), BLACK), values.get(1)),
        new Examples(new ByteImages(shape, values.get(2), BLACK), values.get(3)),
        Digests.ofFiles(idxFiles().stream().map(file -> file.checksums().md5()).toList()));
  }
}
