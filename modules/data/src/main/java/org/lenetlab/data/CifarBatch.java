package org.lenetlab.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lenetlab.api.data.DataException;
import org.lenetlab.api.network.Shape;

/**
 * A file of records, each a byte with the label and the bytes of an image. Its MD5 is not
 * published, so that only its form is verified.
 *
 * @param count number of records
 */
record CifarBatch(String publishedName, int count, Shape shape, int classes)
    implements PublishedFile {

  @Override
  public List<String> names() {
    return List.of(publishedName, "cifar-10-batches-bin/" + publishedName);
  }

  @Override
  public void verify(Path file, String source) {
    read(file, source);
  }

  byte[] read(Path file, String source) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, source);
    } catch (IOException e) {
      throw new DataException(source + ": cannot be read: " + e, e);
    }
  }

  /** Reads all of {@code in}. */
  byte[] read(InputStream in, String source) throws IOException {
    int recordBytes = 1 + shape.size();
    byte[] records = new byte[Math.multiplyExact(count, recordBytes)];
    int size = in.readNBytes(records, 0, records.length);
    if (size < records.length) {
      throw new DataException(
          "%s: truncated: %d bytes expected, only %d there"
              .formatted(source, records.length, size));
    }
    if (in.read() >= 0) {
      throw new DataException(
          "%s: too long: something follows the %d records".formatted(source, count));
    }
    for (int i = 0; i < count; i++) {
      int label = records[i * recordBytes] & 0xFF;
      if (label >= classes) {
        throw new DataException(
            "%s: label %d in record %d, expected 0 … %d".formatted(source, label, i, classes - 1));
      }
    }
    return records;
  }
}
