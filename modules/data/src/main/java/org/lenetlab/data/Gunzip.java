package org.lenetlab.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens files that may be gzipped. */
final class Gunzip {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int MAGIC = 0x8B1F;

  private Gunzip() {}

  /** The content of {@code file}, unpacked if it is gzipped: its first bytes tell, not its name. */
  static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
    try {
      in.mark(2);
      int magic = in.read() | in.read() << 8;
      in.reset();
      return magic == MAGIC ? new GZIPInputStream(in, BUFFER_BYTES) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
