package org.lenetlab.app.run;

import org.jspecify.annotations.Nullable;
import org.lenetlab.results.store.RunFolder;
import org.lenetlab.results.store.RunRecord;

/** How a run gets to its end or its pause: here, or on another machine. */
interface Training {

  /**
   * Trains a run, from its start or from where it was interrupted, and keeps what it leaves.
   *
   * @param folder of the run, whose lock is held
   * @param before what is known of it so far; null if it was never begun
   * @param progress told how it goes
   * @throws InterruptedException if the thread was interrupted; finished epochs are kept
   */
  void train(Run run, RunFolder folder, @Nullable RunRecord before, Progress progress)
      throws InterruptedException;
}
