package org.lenetlab.data;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Closes a stream through which nothing passes for a while, so that its reader gets an exception.
 * The HTTP client's own time limit ends with the headers.
 */
final class StallGuard implements AutoCloseable {
  private final AtomicLong passed = new AtomicLong();
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean stalled;

  StallGuard(InputStream stream, Duration patience) {
    Thread.ofVirtual().start(() -> watch(stream, patience));
  }

  private void watch(InputStream stream, Duration patience) {
    try {
      long before = -1;
      while (passed.get() != before) {
        before = passed.get();
        if (finished.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
      stalled = true;
      stream.close();
    } catch (IOException | InterruptedException e) {
      // The reader is no longer waiting: there is nothing left to guard.
    }
  }

  /** Notes that {@code bytes} more have passed, and returns how many it is in all. */
  long passed(int bytes) {
    return passed.addAndGet(bytes);
  }

  /** Whether it has closed the stream. */
  boolean stalled() {
    return stalled;
  }

  @Override
  public void close() {
    finished.countDown();
  }
}
