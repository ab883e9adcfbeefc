package org.lenetlab.backend.simd;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Shares tasks out among the calling thread and helpers of its own. Whoever is free takes the next
 * task, so a thread that loses its core to another program holds up at most the task that it has in
 * hand. Waiting threads spin briefly, as steps are short, and then park, so that they leave the
 * core to others.
 */
final class Workers implements AutoCloseable {
  /** A numbered piece of work. */
  interface Task {
    /**
     * Does a piece.
     *
     * @param index the number of the piece
     * @param worker the number of the thread that does it
     */
    void run(int index, int worker);
  }

  private static final int SPINS = 4_000;
  private static final int COUNT_BITS = 16;
  private static final int MASK = (1 << COUNT_BITS) - 1;

  /** A round's number, how many tasks it has, and the next one to take. */
  private final AtomicLong ticket = new AtomicLong();

  private final AtomicInteger unfinished = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final Helper[] helpers;
  private int round;
  private @Nullable Task task;
  private @Nullable Thread caller;
  private volatile boolean callerWaits;
  private volatile boolean closed;

  /**
   * @param threads how many threads work, the calling one included
   */
  Workers(int threads) {
    helpers = IntStream.range(1, threads).mapToObj(Helper::new).toArray(Helper[]::new);
    for (Helper helper : helpers) {
      helper.thread.start();
    }
  }

  /** Number of threads, the calling one included. */
  int threads() {
    return helpers.length + 1;
  }

  /** Does tasks 0 … {@code count} − 1 and returns when all are done. */
  void run(int count, Task work) {
    if (helpers.length == 0 || count == 1) {
      for (int i = 0; i < count; i++) {
        work.run(i, 0);
      }
      return;
    }
    if (count > MASK) {
      throw new IllegalArgumentException("at most " + MASK + " tasks, not " + count);
    }
    task = work;
    caller = Thread.currentThread();
    unfinished.set(count);
    round++;
    ticket.set(((long) round << (2 * COUNT_BITS)) | ((long) count << COUNT_BITS));
    for (int i = 0; i < Math.min(helpers.length, count - 1); i++) {
      helpers[i].wake();
    }
    takeTasks(0);
    awaitOthers();
    rethrowFailure();
  }

  /** Does tasks until none is left to take. */
  private void takeTasks(int worker) {
    while (true) {
      long current = ticket.get();
      int next = (int) current & MASK;
      if (next >= ((int) (current >>> COUNT_BITS) & MASK)) {
        return;
      }
      if (ticket.compareAndSet(current, current + 1)) {
        perform(next, worker);
      }
    }
  }

  private void perform(int index, int worker) {
    try {
      Task work = task;
      if (work != null) {
        work.run(index, worker);
      }
    } catch (Throwable e) {
      failure.compareAndSet(null, e);
    }
    if (unfinished.decrementAndGet() == 0 && callerWaits) {
      LockSupport.unpark(caller);
    }
  }

  private void awaitOthers() {
    for (int spin = 0; spin < SPINS; spin++) {
      if (unfinished.get() == 0) {
        return;
      }
      Thread.onSpinWait();
    }
    callerWaits = true;
    while (unfinished.get() != 0) {
      LockSupport.park(this);
    }
    callerWaits = false;
  }

  private void rethrowFailure() {
    Throwable cause = failure.getAndSet(null);
    if (cause != null) {
      throw new IllegalStateException("a worker failed", cause);
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Helper helper : helpers) {
      LockSupport.unpark(helper.thread);
    }
  }

  /** A thread that helps. */
  private final class Helper implements Runnable {
    final Thread thread;
    private final int worker;
    private volatile boolean sleeps;

    Helper(int worker) {
      this.worker = worker;
      thread = Thread.ofPlatform().daemon().name("simd-" + worker).unstarted(this);
    }

    void wake() {
      if (sleeps) {
        LockSupport.unpark(thread);
      }
    }

    @Override
    public void run() {
      while (!closed) {
        long seen = ticket.get();
        takeTasks(worker);
        awaitTicketAfter(seen);
      }
    }

    private void awaitTicketAfter(long seen) {
      long seenRound = seen >>> (2 * COUNT_BITS);
      for (int spin = 0; spin < SPINS; spin++) {
        if (ticket.get() >>> (2 * COUNT_BITS) != seenRound) {
          return;
        }
        Thread.onSpinWait();
      }
      sleeps = true;
      while (!closed && ticket.get() >>> (2 * COUNT_BITS) == seenRound) {
        LockSupport.park(Workers.this);
      }
      sleeps = false;
    }
  }
}
