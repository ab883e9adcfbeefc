package org.lenetlab.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.lenetlab.api.data.DataException;

/**
 * A file in the IDX format of the MNIST pages, holding unsigned bytes: a magic number, the size of
 * each dimension (big-endian), the values in row-major order. Plain or gzipped, whatever its name
 * says.
 *
 * @param name as published, without {@code .gz}
 * @param checksums of the unpacked file
 * @param sizes of the dimensions, outermost first
 */
record IdxFile(String name, Checksums checksums, List<Integer> sizes) implements PublishedFile {
  private static final int UNSIGNED_BYTES = 0x08 << 8;

  IdxFile {
    sizes = List.copyOf(sizes);
  }

  @Override
  public String publishedName() {
    return name + ".gz";
  }

  @Override
  public List<String> names() {
    return List.of(name, publishedName());
  }

  @Override
  public void verify(Path file, String source) {
    Content content = content(file, source);
    String found = Checksums.md5(content.header, content.values);
    if (!found.equals(checksums.md5())) {
      throw wrongContent(found, source);
    }
  }

  /**
   * Reads and checks the values.
   *
   * @param source names the file in messages
   * @throws DataException if it cannot be read or is not the published one
   */
  byte[] read(Path file, String source) {
    Content content = content(file, source);
    if (!checksums.fit(content.header, content.values)) {
      throw wrongContent(Checksums.md5(content.header, content.values), source);
    }
    return content.values;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Content(byte[] header, byte[] values) {}

  private Content content(Path file, String source) {
    try (InputStream in = Gunzip.open(file)) {
      byte[] header = in.readNBytes(Integer.BYTES * (1 + sizes.size()));
      checkHeader(header, source);
      byte[] values = new byte[sizes.stream().reduce(1, Math::multiplyExact)];
      int count = in.readNBytes(values, 0, values.length);
      if (count < values.length) {
        throw new DataException(
            "%s: truncated: %s bytes of values expected, only %d there"
                .formatted(source, text(sizes), count));
      }
      long trailing = in.transferTo(OutputStream.nullOutputStream());
      if (trailing > 0) {
        throw new DataException(
            "%s: %d bytes too long: something follows the %s values"
                .formatted(source, trailing, text(sizes)));
      }
      return new Content(header, values);
    } catch (EOFException e) {
      throw new DataException(source + ": truncated: the gzip stream ends in the middle", e);
    } catch (ZipException e) {
      throw new DataException(source + ": damaged gzip stream: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new DataException(source + ": cannot be read: " + e, e);
    }
  }

  private void checkHeader(byte[] header, String source) {
    ByteBuffer buffer = ByteBuffer.wrap(header);
    int expected = UNSIGNED_BYTES | sizes.size();
    if (header.length >= Integer.BYTES && buffer.getInt() != expected) {
      throw new DataException(
          "%s: wrong magic number 0x%08x, expected 0x%08x (IDX, unsigned bytes, %d dimensions)"
              .formatted(source, buffer.getInt(0), expected, sizes.size()));
    }
    if (buffer.remaining() < Integer.BYTES * sizes.size()) {
      throw new DataException(
          "%s: truncated: only %d bytes, not even an IDX header".formatted(source, header.length));
    }
    List<Integer> found = sizes.stream().map(size -> buffer.getInt()).toList();
    if (!found.equals(sizes)) {
      throw new DataException(
          "%s: wrong count: holds %s values, expected %s"
              .formatted(source, text(found), text(sizes)));
    }
  }

  private DataException wrongContent(String md5, String source) {
    return new DataException(
        "%s: wrong content: the MD5 of the unpacked file is %s, that of the published one %s"
            .formatted(source, md5, checksums.md5()));
  }

  private static String text(List<Integer> sizes) {
    return sizes.stream().map(Integer::toUnsignedString).collect(Collectors.joining("×"));
  }
}
