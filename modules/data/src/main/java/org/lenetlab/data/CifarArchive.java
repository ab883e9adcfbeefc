package org.lenetlab.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.lenetlab.api.data.DataException;

/**
 * A gzipped tar archive of batches.
 *
 * @param md5 of the archive itself
 */
record CifarArchive(String publishedName, String md5, List<CifarBatch> batches)
    implements PublishedFile {
  private static final int BUFFER_BYTES = 1 << 16;

  @Override
  public List<String> names() {
    return List.of(publishedName);
  }

  @Override
  public void verify(Path file, String source) {
    read(file, source);
  }

  /**
   * The content of each batch.
   *
   * @throws DataException if the archive is not the published one
   */
  List<byte[]> read(Path file, String source) {
    MessageDigest digest = Digests.md5();
    try (InputStream in =
        new DigestInputStream(
            new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES), digest)) {
      Map<String, byte[]> byName = unpack(in, source);
      in.transferTo(OutputStream.nullOutputStream());
      String found = Digests.hex(digest);
      if (!found.equals(md5)) {
        throw new DataException(
            "%s: wrong content: its MD5 is %s, that of the published file %s"
                .formatted(source, found, md5));
      }
      return batches.stream().map(batch -> require(byName, batch, source)).toList();
    } catch (IOException e) {
      throw new DataException(
          "%s: damaged or truncated archive: %s".formatted(source, e.getMessage()), e);
    }
  }

  private Map<String, byte[]> unpack(InputStream in, String source) throws IOException {
    Map<String, byte[]> byName = new HashMap<>();
    TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in, BUFFER_BYTES));
    for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
      for (CifarBatch batch : batches) {
        if (entry.getName().endsWith("/" + batch.publishedName())) {
          byName.put(batch.publishedName(), batch.read(tar, source + "!" + entry.getName()));
        }
      }
    }
    return byName;
  }

  private static byte[] require(Map<String, byte[]> byName, CifarBatch batch, String source) {
    byte[] content = byName.get(batch.publishedName());
    if (content == null) {
      throw new DataException(source + ": has no " + batch.publishedName());
    }
    return content;
  }
}
