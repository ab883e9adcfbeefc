package org.lenetlab.training;

import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.data.Batch;

/**
 * Prepares the next batches on a thread of its own while the current one trains: a ring of batches
 * with one producer and one consumer. Hands over without locks and without allocating.
 */
final class PrefetchingLoader implements BatchLoader {
  /**
   * Small batches are prepared in larger runs, so that waking the producer costs little per step.
   */
  private static final int EXAMPLES_AHEAD = 64;

  private static final int SPINS = 200;

  private final Pass pass;
  private final Batch[] ring;
  private final Thread consumer = Thread.currentThread();
  private final Thread producer;
  private int taken;

  /** Batches prepared, and batches no longer used. Each has one writer. */
  private volatile int filled;

  private volatile int released;
  private volatile boolean producerWaits;
  private volatile boolean consumerWaits;
  private volatile boolean closed;
  private volatile @Nullable Throwable failure;

  PrefetchingLoader(Pass pass) {
    this.pass = pass;
    int depth = Math.max(2, EXAMPLES_AHEAD / pass.batchSize());
    ring = Stream.generate(pass::newBatch).limit(depth).toArray(Batch[]::new);
    producer = Thread.ofPlatform().daemon().name("batch-loader").start(this::produce);
  }

  private void produce() {
    try {
      for (int number = 0; number < pass.batches() && awaitRoom(number); number++) {
        Batch batch = ring[number % ring.length];
        pass.begin(number, batch);
        batch.images();
        filled = number + 1;
        if (consumerWaits) {
          LockSupport.unpark(consumer);
        }
      }
    } catch (RuntimeException | Error e) {
      failure = e;
      LockSupport.unpark(consumer);
    }
  }

  /** Once the ring is full, waits until half of it is free. False when closed. */
  private boolean awaitRoom(int number) {
    if (number - released >= ring.length) {
      producerWaits = true;
      while (!closed && number - released > ring.length / 2) {
        LockSupport.park(this);
      }
      producerWaits = false;
    }
    return !closed;
  }

  @Override
  public Batch next() {
    released = taken;
    if (producerWaits && filled - taken <= ring.length / 2) {
      LockSupport.unpark(producer);
    }
    for (int spin = 0; filled == taken && spin < SPINS; spin++) {
      Thread.onSpinWait();
    }
    if (filled == taken) {
      awaitBatch();
    }
    return ring[taken++ % ring.length];
  }

  private void awaitBatch() {
    consumerWaits = true;
    while (filled == taken) {
      Throwable cause = failure;
      if (cause != null) {
        throw new IllegalStateException("preparing a batch failed", cause);
      }
      LockSupport.park(this);
    }
    consumerWaits = false;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(producer);
  }
}
