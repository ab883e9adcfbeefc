package org.lenetlab.data;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lenetlab.api.data.ByteImages;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.DataException;
import org.lenetlab.api.data.Dataset;
import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.data.Examples;
import org.lenetlab.api.network.Shape;

/**
 * The binary version of CIFAR-10: six batches, lying unpacked in a folder or in the published
 * archive, which is read as it is.
 *
 * @param archiveMd5 of the archive itself
 * @param perBatch number of examples in each batch
 */
record CifarFiles(Publication publication, String archiveMd5, int perBatch) {
  private static final int TRAINING_BATCHES = 5;
  private static final Shape SHAPE = new Shape(3, 32, 32);
  private static final List<String> CLASSES =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

  DatasetInfo info() {
    return new DatasetInfo(
        publication.title(), SHAPE, CLASSES, TRAINING_BATCHES * perBatch, perBatch);
  }

  private List<CifarBatch> batches() {
    return Stream.concat(
            IntStream.rangeClosed(1, TRAINING_BATCHES).mapToObj(i -> "data_batch_" + i + ".bin"),
            Stream.of("test_batch.bin"))
        .map(name -> new CifarBatch(name, perBatch, SHAPE, CLASSES.size()))
        .toList();
  }

  private CifarArchive archive() {
    return new CifarArchive("cifar-10-binary.tar.gz", archiveMd5, batches());
  }

  /** Whether there are unpacked batches: then these count, and not the archive. */
  private boolean unpacked(DataAccess access) {
    return batches().stream().anyMatch(batch -> publication.find(access, batch.names()) != null);
  }

  PublishedFiles files(DataAccess access) {
    return new PublishedFiles(
        publication, unpacked(access) ? batches() : List.of(archive()), access);
  }

  /**
   * Reads all batches, after fetching the archive if there is nothing.
   *
   * @throws DataException if a file is missing and cannot be fetched, or is not what it should be
   */
  Dataset load(DataAccess access) {
    PublishedFiles files = files(access);
    List<Path> paths = files.require();
    return dataset(files.read(() -> read(paths)));
  }

  /** The content of the batches, which lie in the only file or in one file each. */
  private List<byte[]> read(List<Path> paths) {
    if (paths.size() == 1) {
      return archive().read(paths.getFirst(), paths.getFirst().toString());
    }
    List<CifarBatch> batches = batches();
    return IntStream.range(0, batches.size())
        .parallel()
        .mapToObj(i -> batches.get(i).read(paths.get(i), paths.get(i).toString()))
        .toList();
  }

  /** Joins the batches: each a sequence of records of a label and an image. */
  private Dataset dataset(List<byte[]> batches) {
    Examples training = join(batches.subList(0, TRAINING_BATCHES));
    Examples test = join(batches.subList(TRAINING_BATCHES, batches.size()));
    return new Dataset(info(), training, test, Digests.ofExamples(training, test));
  }

  private Examples join(List<byte[]> batches) {
    byte[] labels = new byte[batches.size() * perBatch];
    byte[] images = new byte[labels.length * SHAPE.size()];
    for (int i = 0; i < labels.length; i++) {
      byte[] batch = batches.get(i / perBatch);
      int record = i % perBatch * (1 + SHAPE.size());
      labels[i] = batch[record];
      System.arraycopy(batch, record + 1, images, i * SHAPE.size(), SHAPE.size());
    }
    return new Examples(new ByteImages(SHAPE, images, 0), labels);
  }
}
