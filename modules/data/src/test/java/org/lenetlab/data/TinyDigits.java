package org.lenetlab.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

/** A dataset of six training and two test images of 2×3, published as four IDX files. */
final class TinyDigits {
  static final byte[] TRAINING_IMAGES = idx(3, List.of(6, 2, 3), 36);
  static final byte[] TRAINING_LABELS = idx(1, List.of(6), 6);
  static final byte[] TEST_IMAGES = idx(3, List.of(2, 2, 3), 12);
  static final byte[] TEST_LABELS = idx(1, List.of(2), 2);

  private TinyDigits() {}

  static IdxDataset dataset(String... addresses) {
    return new IdxDataset(
        new Publication("Tiny", "tiny", List.of("TINY/raw"), List.of(addresses)),
        List.of("a", "b", "c", "d", "e", "f"),
        new IdxFile("train-images", checksums(TRAINING_IMAGES), List.of(6, 2, 3)),
        new IdxFile("train-labels", checksums(TRAINING_LABELS), List.of(6)),
        new IdxFile("test-images", checksums(TEST_IMAGES), List.of(2, 2, 3)),
        new IdxFile("test-labels", checksums(TEST_LABELS), List.of(2)));
  }

  /** An IDX file whose values count from 0. */
  static byte[] idx(int dimensions, List<Integer> sizes, int values) {
    ByteBuffer file = ByteBuffer.allocate(4 + 4 * sizes.size() + values);
    file.putInt(0x0800 | dimensions);
    sizes.forEach(file::putInt);
    for (int i = 0; i < values; i++) {
      file.put((byte) i);
    }
    return file.array();
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  static Checksums checksums(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return new Checksums(md5(content), (int) crc.getValue());
  }

  static String md5(byte[] content) {
    return Checksums.md5(content);
  }
}
