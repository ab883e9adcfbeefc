package org.lenetlab.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.lenetlab.api.data.DataException;
import org.lenetlab.api.data.DataProgress;

/**
 * Fetches files, trying one address after the other. A file appears under its name only when it is
 * whole and verified: until then it has a temporary name of its own, so that an interruption leaves
 * nothing half done and processes that fetch the same file do not disturb each other.
 */
final class Downloader {

  /** Verifies a fetched file. */
  interface Check {
    /**
     * Reads all of {@code file}.
     *
     * @param source what the file is to be called in messages
     * @throws DataException if the file is not what it should be
     */
    void verify(Path file, String source);
  }

  private final RemoteSource source;
  private final Consumer<DataProgress> progress;

  Downloader(RemoteSource source, Consumer<DataProgress> progress) {
    this.source = source;
    this.progress = progress;
  }

  /**
   * Fetches one file.
   *
   * @param addresses tried in this order until one gives what passes {@code check}
   * @param target where it is put, replacing what is there; its folder is made if needed
   * @throws DataException if no address gives it, saying why for each; or if it cannot be written
   */
  void fetch(List<String> addresses, Path target, Check check) {
    List<String> failures = new ArrayList<>();
    Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    part.toFile().deleteOnExit(); // an interruption of the process skips the "finally" below
    try {
      Files.createDirectories(target.getParent());
      for (String address : addresses) {
        try {
          receive(address, part, target.getFileName().toString());
          check.verify(part, address);
          Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
          return;
        } catch (RemoteSource.FetchException e) {
          failures.add(address + ": " + e.getMessage());
        } catch (DataException e) {
          failures.add(e.getMessage());
        } finally {
          Files.deleteIfExists(part);
        }
      }
    } catch (IOException e) {
      throw new DataException("cannot write " + target + ": " + e, e);
    }
    throw new DataException(String.join("\n", failures));
  }

  private void receive(String address, Path part, String name)
      throws IOException, RemoteSource.FetchException {
    try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
      source.receive(
          address, out, (done, total) -> progress.accept(new DataProgress(name, done, total)));
    }
  }
}
