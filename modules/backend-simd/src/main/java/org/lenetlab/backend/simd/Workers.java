package org.lenetlab.backend.simd;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Shares tasks out among the calling thread and helpers of its own. Each has a part of the tasks,
 * the same in every round of as many tasks, so that what it works on stays in its core's cache.
 * Whoever has done its part helps the others from the end of theirs: a thread that loses its core
 * to another program holds up at most the task that it has in hand. Waiting threads spin briefly,
 * as steps are short, and then park, so that they leave the core to others.
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

  /** Longs between tickets: each has two cache lines for itself. */
  private static final int APART = 16;

  /** For each thread the round's number, the next task of its part, and the end of the part. */
  private final AtomicLongArray tickets;

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
    tickets = new AtomicLongArray(threads * APART);
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
    for (int worker = 0; worker < threads(); worker++) {
      int next = firstTask(worker, count);
      int end = firstTask(worker + 1, count);
      tickets.set(worker * APART, ticket(round, next, end));
      if (worker > 0 && next < end) {
        helpers[worker - 1].wake();
      }
    }
    takeTasks(0, round);
    awaitOthers();
    rethrowFailure();
  }

  /** Where a thread's part begins; parts differ by at most one task. */
  private int firstTask(int worker, int count) {
    return Math.ceilDiv(worker * count, threads());
  }

  private static long ticket(int round, int next, int end) {
    return ((long) round << (2 * COUNT_BITS)) | ((long) next << COUNT_BITS) | end;
  }

  private static int round(long ticket) {
    return (int) (ticket >>> (2 * COUNT_BITS));
  }

  private static int next(long ticket) {
    return (int) (ticket >>> COUNT_BITS) & MASK;
  }

  private static int end(long ticket) {
    return (int) ticket & MASK;
  }

  /**
   * Does the tasks of the worker's part, then what is left of the others'; but none of the next
   * round, which the worker begins with its own part.
   */
  private void takeTasks(int worker, int round) {
    for (int distance = 0; distance < threads(); distance++) {
      int owner = (worker + distance) % threads();
      int index = take(owner, round, distance == 0);
      while (index >= 0) {
        perform(index, worker);
        index = take(owner, round, distance == 0);
      }
    }
  }

  /** Takes the first or last task that is left of a part; −1 for none. */
  private int take(int owner, int round, boolean first) {
    while (true) {
      long current = tickets.get(owner * APART);
      int next = next(current);
      int end = end(current);
      if (next >= end || round(current) != round) {
        return -1;
      }
      long taken = first ? ticket(round, next + 1, end) : current - 1;
      if (tickets.compareAndSet(owner * APART, current, taken)) {
        return first ? next : end - 1;
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
        int seen = round(tickets.get(worker * APART));
        takeTasks(worker, seen);
        awaitRoundAfter(seen);
      }
    }

    private void awaitRoundAfter(int seen) {
      for (int spin = 0; spin < SPINS; spin++) {
        if (round(tickets.get(worker * APART)) != seen) {
          return;
        }
        Thread.onSpinWait();
      }
      sleeps = true;
      while (!closed && round(tickets.get(worker * APART)) == seen) {
        LockSupport.park(Workers.this);
      }
      sleeps = false;
    }
  }
}
