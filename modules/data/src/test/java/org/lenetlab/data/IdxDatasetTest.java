package org.lenetlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.api.data.ByteImages;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.DataException;
import org.lenetlab.api.data.DataFile;
import org.lenetlab.api.data.DataProgress;
import org.lenetlab.api.data.Dataset;
import org.lenetlab.api.network.Shape;

class IdxDatasetTest {
  private static final Map<String, byte[]> FILES =
      Map.of(
          "train-images", TinyDigits.TRAINING_IMAGES,
          "train-labels", TinyDigits.TRAINING_LABELS,
          "test-images", TinyDigits.TEST_IMAGES,
          "test-labels", TinyDigits.TEST_LABELS);

  @TempDir private Path root;
  private final TestServer server = new TestServer();
  private final List<DataProgress> progress = new ArrayList<>();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void imagesLabelsAndCountsAreThoseOfTheFiles() throws IOException {
    writePlain(root.resolve("data/tiny"));

    Dataset dataset = TinyDigits.dataset().load(access(null, true));

    assertThat(dataset.info().shape()).isEqualTo(new Shape(1, 2, 3));
    assertThat(dataset.info().training()).isEqualTo(dataset.training().count()).isEqualTo(6);
    assertThat(dataset.info().test()).isEqualTo(dataset.test().count()).isEqualTo(2);
    assertThat(dataset.training().label(5)).isEqualTo(5);
    float[] pixels = new float[6];
    dataset.test().images().pixels(1, pixels, 0);
    assertThat(pixels).containsExactly(6, 7, 8, 9, 10, 11);
    assertThat(dataset.test().images()).isInstanceOf(ByteImages.class);
    assertThat(((ByteImages) dataset.test().images()).mapped()).isFalse();
  }

  @Test
  void everyUsualPlaceIsSearchedInOrder() throws IOException {
    IdxDataset dataset = TinyDigits.dataset();
    writeGzipped(root.resolve("cache/tiny"));
    assertThat(paths(dataset, access(null, true)))
        .allMatch(p -> p.startsWith(root.resolve("cache")));

    writeGzipped(root.resolve("data/TINY/raw"));
    assertThat(paths(dataset, access(null, true)))
        .allMatch(p -> p.startsWith(root.resolve("data/TINY/raw")));

    writePlain(root.resolve("data/tiny"));
    assertThat(paths(dataset, access(null, true)))
        .containsExactly(
            root.resolve("data/tiny/train-images"),
            root.resolve("data/tiny/train-labels"),
            root.resolve("data/tiny/test-images"),
            root.resolve("data/tiny/test-labels"));

    DataAccess direct = access(root.resolve("data/tiny"), null, true);
    assertThat(paths(dataset, direct)).allMatch(p -> p.startsWith(root.resolve("data/tiny")));
  }

  @Test
  void missingFilesAreFetchedOnceAndKept() throws IOException {
    serve("/files/");
    IdxDataset dataset = TinyDigits.dataset(server.address("/gone/"), server.address("/files/"));

    String hash = dataset.load(access(null, false)).hash();

    assertThat(root.resolve("cache/tiny/train-images.gz"))
        .hasBinaryContent(TinyDigits.gzip(TinyDigits.TRAINING_IMAGES));
    assertThat(progress).extracting(DataProgress::file).contains("train-images.gz");
    assertThat(dataset.load(access(null, true)).hash()).isEqualTo(hash);
    assertThat(server.requests()).filteredOn(r -> r.startsWith("/files/")).hasSize(4);
  }

  @Test
  void aMirrorReplacesThePublishedAddresses() {
    serve("/mirror/");
    IdxDataset dataset = TinyDigits.dataset(server.address("/published/"));

    dataset.load(access(URI.create(server.address("/mirror")), false));

    assertThat(server.requests()).hasSize(4).allMatch(request -> request.startsWith("/mirror/"));
  }

  @Test
  void whatIsMissingIsSaidWithThePlacesAndTheCure() throws IOException {
    writePlain(root.resolve("data/tiny"));
    Files.delete(root.resolve("data/tiny/test-images"));
    Files.delete(root.resolve("data/tiny/test-labels"));
    IdxDataset dataset = TinyDigits.dataset(server.address("/gone"));

    assertThatThrownBy(() -> dataset.load(access(null, false)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            """
            Tiny lacks test-images.gz, test-labels.gz
              looked for in %1$s/data/tiny, %1$s/data/TINY/raw, %1$s/cache/tiny
              not fetched: %2$s: HTTP status 404
              put them into %1$s/data/tiny or name another folder with --data-dir;
              without any data try: lenet run experiments/quickstart.yaml\
            """
                .formatted(root, server.address("/gone/test-images.gz")));
    assertThatThrownBy(() -> dataset.load(access(null, true)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("not fetched: offline");
  }

  @Test
  void aBrokenFileIsAnErrorEvenWhereAnotherOneCouldBeFetched() throws IOException {
    serve("/files/");
    writePlain(root.resolve("data/tiny"));
    Files.write(root.resolve("data/tiny/train-labels"), new byte[] {1, 2, 3});
    IdxDataset dataset = TinyDigits.dataset(server.address("/files/"));

    assertThatThrownBy(() -> dataset.load(access(null, false)))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(root.resolve("data/tiny/train-labels") + ": truncated: ")
        .hasMessageEndingWith(
            "\n  delete or replace it; if it lies in the cache: lenet data fetch tiny");
    assertThatThrownBy(() -> dataset.files(access(null, false)).fetch())
        .isInstanceOf(DataException.class)
        .hasMessageContaining("delete or replace it");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void fetchingMendsTheCacheAndVerifyingTellsTheState() throws IOException {
    serve("/files/");
    writeGzipped(root.resolve("cache/tiny"));
    Path broken = root.resolve("cache/tiny/test-labels.gz");
    Files.writeString(broken, "not a gzip stream");
    Files.delete(root.resolve("cache/tiny/test-images.gz"));
    PublishedFiles files = TinyDigits.dataset(server.address("/files/")).files(access(null, false));

    List<DataFile> before = files.states();
    files.fetch();
    List<DataFile> after = files.states();

    assertThat(before).extracting(DataFile::name).containsExactlyElementsOf(published());
    assertThat(before.get(0).problem()).isNull();
    assertThat(before.get(2).path()).isNull();
    assertThat(before.get(2).problem()).startsWith("not found in ");
    assertThat(before.get(3).path()).isEqualTo(broken);
    assertThat(before.get(3).problem()).startsWith(broken + ": wrong magic number");
    assertThat(after).extracting(DataFile::problem).containsOnlyNulls();
    assertThat(server.requests()).containsExactly("/files/test-images.gz", "/files/test-labels.gz");
  }

  private static List<String> published() {
    return List.of("train-images.gz", "train-labels.gz", "test-images.gz", "test-labels.gz");
  }

  private static List<Path> paths(IdxDataset dataset, DataAccess access) {
    return dataset.files(access).require();
  }

  private void serve(String prefix) {
    FILES.forEach(
        (name, content) ->
            server.at(prefix + name + ".gz", TestServer.content(TinyDigits.gzip(content))));
  }

  private static void writePlain(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (var file : FILES.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private static void writeGzipped(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (var file : FILES.entrySet()) {
      Files.write(folder.resolve(file.getKey() + ".gz"), TinyDigits.gzip(file.getValue()));
    }
  }

  private DataAccess access(@Nullable URI mirror, boolean offline) {
    return access(root.resolve("data"), mirror, offline);
  }

  private DataAccess access(Path data, @Nullable URI mirror, boolean offline) {
    Path cache = root.resolve("cache");
    return new DataAccess(List.of(data, cache), cache, mirror, root, offline, progress::add);
  }
}
