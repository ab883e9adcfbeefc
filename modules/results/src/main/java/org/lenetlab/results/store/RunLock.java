package org.lenetlab.results.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to write a run's folder. The operating system takes it back when the process ends, in
 * whichever way.
 */
public final class RunLock implements AutoCloseable {
  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits for the lock.
   *
   * @param waiting called once if another process has it
   * @throws ResultsException if the lock file cannot be written
   */
  static RunLock take(Path file, Runnable waiting) {
    FileChannel channel = open(file);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        waiting.run();
        channel.lock();
      }
      return new RunLock(channel);
    } catch (IOException | OverlappingFileLockException e) {
      IOException failure = e instanceof IOException io ? io : new IOException("already locked", e);
      close(channel, failure);
      throw ResultsException.cannotWrite(file, failure);
    }
  }

  /** Whether a process holds the lock. */
  static boolean isTaken(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) { // shared: disturbs no reader
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      return false; // nobody has begun to write
    }
  }

  private static FileChannel open(Path file) {
    try {
      return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw ResultsException.cannotWrite(file, e);
    }
  }

  private static void close(FileChannel channel, IOException because) {
    try {
      channel.close();
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot release a lock", e);
    }
  }
}
