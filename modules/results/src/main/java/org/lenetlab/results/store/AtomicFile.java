package org.lenetlab.results.store;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

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
    write(target, "--results", content);
  }

  /**
   * {@link #replace} for files whose place the user chooses.
   *
   * @param option with which
   * @throws ResultsException if that fails, naming the option; the old file, if any, is untouched
   */
  public static void write(Path target, String option, Content content) {
    try {
      replace(target, content);
    } catch (IOException e) {
      throw ResultsException.cannotWrite(target, option, e);
    }
  }

  /**
   * Replaces a file, or makes it, with a text in UTF-8.
   *
   * @throws IOException if that fails; the old file, if any, is untouched
   */
  public static void replace(Path target, String text) throws IOException {
    replace(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes to a temporary name in the same folder, brings it to the disk, and moves it in place.
   * The temporary name is of this call alone, so that of several writers one wins and none disturbs
   * another. An interrupt of the thread does not stop it, as it would with a channel.
   *
   * @throws IOException if that fails; the old file, if any, is untouched
   */
  public static void replace(Path target, Content content) throws IOException {
    Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    Files.createDirectories(target.toAbsolutePath().getParent());
    try {
      try (FileOutputStream file = new FileOutputStream(temporary.toFile());
          OutputStream out = new BufferedOutputStream(file)) {
        content.writeTo(out);
        out.flush();
        file.getFD().sync();
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
