package org.lenetlab.training;

import org.lenetlab.api.data.Batch;

/** Gives the batches of a pass, in order. */
sealed interface BatchLoader extends AutoCloseable permits LazyLoader, PrefetchingLoader {

  /**
   * A loader for {@code pass}.
   *
   * @param prefetch whether images that take some time are prepared ahead, on a thread of its own
   */
  static BatchLoader of(Pass pass, boolean prefetch) {
    return prefetch && pass.takesTime() ? new PrefetchingLoader(pass) : new LazyLoader(pass);
  }

  /** The next batch, valid until the next call; to be called as often as the pass has batches. */
  Batch next();

  @Override
  void close();
}
