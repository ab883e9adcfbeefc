package org.lenetlab.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Does several things at once. */
final class SideBySide {
  private SideBySide() {}

  /**
   * Runs all tasks, {@code slots} at a time. The first failure, or an interrupt of the calling
   * thread, interrupts all others; either way none is left running.
   *
   * @return the results in the order of the tasks
   * @throws RuntimeException the first failure
   * @throws InterruptedException if the calling thread was interrupted
   */
  static <T> List<T> run(List<? extends Callable<T>> tasks, int slots) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(slots);
    try {
      CompletionService<T> completion = new ExecutorCompletionService<>(pool);
      List<Future<T>> futures = new ArrayList<>();
      tasks.forEach(task -> futures.add(completion.submit(task)));
      for (int i = 0; i < tasks.size(); i++) {
        value(completion.take());
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(value(future));
      }
      return results;
    } finally {
      pool.shutdownNow();
      awaitTermination(pool);
    }
  }

  private static <T> T value(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /** Waits even if interrupted: what the tasks hold is closed only when they have ended. */
  private static void awaitTermination(ExecutorService pool) {
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = pool.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
