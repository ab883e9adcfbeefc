package org.lenetlab.app.run;

import org.lenetlab.results.store.RunFolder;

/** How a run gets to its end or its pause: here, or on another machine. */
interface Training {

  /**
   * Trains a run, from its start or from where it was interrupted, and keeps what it leaves.
   *
   * @param folder of the run, whose lock is held
   * @param started when it was first begun, ISO 8601
   * @param progress told how it goes
   * @throws InterruptedException if the thread was interrupted; finished epochs are kept
   */
  void train(Run run, RunFolder folder, String started, Progress progress)
      throws InterruptedException;
}
