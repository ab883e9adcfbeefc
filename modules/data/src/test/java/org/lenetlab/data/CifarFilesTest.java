package org.lenetlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.DataException;
import org.lenetlab.api.data.DataFile;
import org.lenetlab.api.data.Dataset;
import org.lenetlab.api.network.Shape;

class CifarFilesTest {
  private static final int PER_BATCH = 2;
  private static final int RECORD = 1 + 3 * 32 * 32;

  @TempDir private Path root;

  @Test
  void theArchiveIsReadAsItIs() throws IOException {
    byte[] archive = archive(batches());
    write("data/cifar-10/cifar-10-binary.tar.gz", archive);

    Dataset dataset = files(archive).load(access());

    assertThat(dataset.info().shape()).isEqualTo(new Shape(3, 32, 32));
    assertThat(dataset.info().classes()).hasSize(10).startsWith("airplane").endsWith("truck");
    assertThat(dataset.training().labels()).containsExactly(0, 1, 1, 2, 2, 3, 3, 4, 4, 5);
    assertThat(dataset.test().labels()).containsExactly(5, 6);
    float[] pixels = new float[RECORD - 1];
    dataset.training().images().pixels(3, pixels, 0);
    assertThat(pixels).startsWith(31, 32, 33);
    assertThat(pixels[RECORD - 2]).isEqualTo((31 + RECORD - 2) & 0xFF);
  }

  @Test
  void unpackedBatchesAreReadWhereverTheArchiveIsUnpacked() throws IOException {
    byte[] archive = archive(batches());
    write("archive/cifar-10/cifar-10-binary.tar.gz", archive);
    CifarFiles files = files(archive);
    String hash = files.load(access("archive")).hash();
    for (String folder :
        List.of("a/cifar-10", "b/cifar-10/cifar-10-batches-bin", "c/cifar-10-batches-bin")) {
      for (var batch : batches().entrySet()) {
        write(folder + "/" + batch.getKey(), batch.getValue());
      }
    }

    for (String data : List.of("a", "b", "c")) {
      assertThat(files.load(access(data)).hash()).isEqualTo(hash);
      assertThat(files.files(access(data)).states())
          .hasSize(6)
          .extracting(DataFile::problem)
          .containsOnlyNulls();
    }
  }

  @Test
  void aFetchedArchiveIsVerified() throws IOException {
    byte[] archive = archive(batches());
    try (TestServer server = new TestServer()) {
      server.at("/wrong/", TestServer.content(archive(Map.of("other", new byte[1]))));
      server.at("/right/", TestServer.content(archive));
      CifarFiles files = files(archive, server.address("/wrong"), server.address("/right"));
      DataAccess online =
          new DataAccess(List.of(), root.resolve("cache"), null, root, false, step -> {});

      assertThat(files.load(online).test().labels()).containsExactly(5, 6);
      assertThat(root.resolve("cache/cifar-10/cifar-10-binary.tar.gz")).hasBinaryContent(archive);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void brokenArchivesAreRefused() throws IOException {
    byte[] archive = archive(batches());
    Path file = root.resolve("data/cifar-10/cifar-10-binary.tar.gz");
    CifarFiles files = files(archive);

    write(file, Arrays.copyOf(archive, archive.length / 2));
    assertBroken(files, file + ": damaged or truncated archive: ");

    Map<String, byte[]> other = batches();
    other.put("test_batch.bin", new byte[PER_BATCH * RECORD]);
    write(file, archive(other));
    assertBroken(files, file + ": wrong content: its MD5 is ");

    Map<String, byte[]> incomplete = batches();
    incomplete.remove("data_batch_3.bin");
    write(file, archive(incomplete));
    assertBroken(files(archive(incomplete)), file + ": has no data_batch_3.bin");
  }

  @Test
  void brokenBatchesAreRefused() throws IOException {
    for (var batch : batches().entrySet()) {
      write("data/cifar-10/" + batch.getKey(), batch.getValue());
    }
    CifarFiles files = files(new byte[0]);
    Path file = root.resolve("data/cifar-10/data_batch_2.bin");
    byte[] batch = Files.readAllBytes(file);

    write(file, Arrays.copyOf(batch, 100));
    assertBroken(files, file + ": truncated: 6146 bytes expected, only 100 there");
    write(file, Arrays.copyOf(batch, batch.length + 1));
    assertBroken(files, file + ": too long: something follows the 2 records");
    batch[RECORD] = 10;
    write(file, batch);
    assertBroken(files, file + ": label 10 in record 1, expected 0 … 9");
    Files.delete(file);
    assertBroken(files, "CIFAR-10 lacks data_batch_2.bin\n  looked for in ");
  }

  private void assertBroken(CifarFiles files, String message) {
    assertThatThrownBy(() -> files.load(access()))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(message);
  }

  /** Batch i holds the labels i and i + 1; the pixels of record r count from 10·r + 1. */
  private static Map<String, byte[]> batches() {
    Map<String, byte[]> batches = new LinkedHashMap<>();
    for (int i = 0; i < 6; i++) {
      byte[] batch = new byte[PER_BATCH * RECORD];
      for (int r = 0; r < PER_BATCH; r++) {
        int example = i * PER_BATCH + r;
        batch[r * RECORD] = (byte) (i + r);
        for (int p = 0; p < RECORD - 1; p++) {
          batch[r * RECORD + 1 + p] = (byte) (10 * example + 1 + p);
        }
      }
      batches.put(i < 5 ? "data_batch_" + (i + 1) + ".bin" : "test_batch.bin", batch);
    }
    return batches;
  }

  private static byte[] archive(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      for (var file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry("cifar-10-batches-bin/" + file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static CifarFiles files(byte[] archive, String... addresses) {
    return new CifarFiles(
        new Publication(
            "CIFAR-10", "cifar-10", List.of("cifar-10-batches-bin"), List.of(addresses)),
        TinyDigits.md5(archive),
        PER_BATCH);
  }

  private void write(String name, byte[] content) throws IOException {
    write(root.resolve(name), content);
  }

  private static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private DataAccess access() {
    return access("data");
  }

  private DataAccess access(String data) {
    return new DataAccess(
        List.of(root.resolve(data)), root.resolve("cache"), null, root, true, step -> {});
  }
}
