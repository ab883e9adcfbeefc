package org.lenetlab.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.lenetlab.api.data.DataException;

/**
 * A file in the IDX format of the MNIST pages, holding unsigned bytes: a magic number, the size of
 * each dimension (big-endian), the values in row-major order. Plain or gzipped, whatever its name
 * says.
 *
 * @param name as published, without {@code .gz}
 * @param md5 of the unpacked file
 * @param sizes of the dimensions, outermost first
 */
record IdxFile(String name, String md5, List<Integer> sizes) implements PublishedFile {
  private static final int UNSIGNED_BYTES = 0x08 << 8;
  private static final int SLICE_BYTES = 1 << 17;

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
    read(file, source);
  }

  /**
   * Reads and verifies the values.
   *
   * @param source names the file in messages
   * @throws DataException if it cannot be read or is not the published one
   */
  byte[] read(Path file, String source) {
    try (InputStream in = Gunzip.open(file)) {
      MessageDigest digest = Digests.md5();
      checkHeader(in, source, digest);
      byte[] values = new byte[sizes.stream().reduce(1, Math::multiplyExact)];
      int count = readDigesting(in, values, digest);
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
      checkContent(Digests.hex(digest), source);
      return values;
    } catch (EOFException e) {
      throw new DataException(source + ": truncated: the gzip stream ends in the middle", e);
    } catch (ZipException e) {
      throw new DataException(source + ": damaged gzip stream: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new DataException(source + ": cannot be read: " + e, e);
    }
  }

  /** Reads and digests at the same time, for unpacking alone takes long enough. */
  private static int readDigesting(InputStream in, byte[] values, MessageDigest digest)
      throws IOException {
    CompletableFuture<Void> digested = CompletableFuture.completedFuture(null);
    int end = 0;
    int count;
    do {
      int from = end;
      int read = in.readNBytes(values, from, Math.min(SLICE_BYTES, values.length - from));
      digested =
          digested.thenRunAsync(
              () -> digest.update(values, from, read), Thread::startVirtualThread);
      count = read;
      end += read;
    } while (count > 0);
    digested.join();
    return end;
  }

  private void checkHeader(InputStream in, String source, MessageDigest digest) throws IOException {
    byte[] header = in.readNBytes(Integer.BYTES * (1 + sizes.size()));
    digest.update(header);
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

  private void checkContent(String found, String source) {
    if (!found.equals(md5)) {
      throw new DataException(
          "%s: wrong content: the MD5 of the unpacked file is %s, that of the published one %s"
              .formatted(source, found, md5));
    }
  }

  private static String text(List<Integer> sizes) {
    return sizes.stream().map(Integer::toUnsignedString).collect(Collectors.joining("×"));
  }
}
