package org.lenetlab.results.store;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that are whole or absent, whenever the process or the power ends. */
public final class AtomicFile {
  private AtomicFile() {}

  /** What a file is going to hold. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  static void write(Path file, String text) {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * {@link #replace} for files of results.
   *
   * @throws ResultsException if that fails; the old file, if any, is untouched
   */
  public static void write(Path target, Content content) {
    try {
      replace(target, content);
    } catch (IOException e) {
      throw ResultsException.cannotWrite(target, e);
    }
  }

  /** As the other one, with a text. */
  public static void replace(Path target, String text) throws IOException {
    replace(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes to a temporary name in the same folder, brings it to the disk, and moves it in place. An
   * interrupt of the thread does not stop it, as it would with a channel.
   *
   * @throws IOException if that fails; the old file, if any, is untouched
   */
  public static void replace(Path target, Content content) throws IOException {
    Path temporary = target.resolveSibling("." + target.getFileName() + ".tmp");
    Files.createDirectories(target.toAbsolutePath().getParent());
    try (FileOutputStream file = new FileOutputStream(temporary.toFile());
        OutputStream out = new BufferedOutputStream(file)) {
      content.writeTo(out);
      out.flush();
      file.getFD().sync();
    }
    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
  }
}
