package org.lenetlab.app.run;

import java.util.concurrent.CompletableFuture;

/** Work on another core that later work would have to do otherwise. */
public final class Background {
  private Background() {}

  /** Starts it. Nobody waits for it: faults are told by those who need the result. */
  public static void start(Runnable work) {
    CompletableFuture<Void> _ =
        CompletableFuture.runAsync(
            work, task -> Thread.ofPlatform().daemon().name("background").start(task));
  }
}
