package org.lenetlab.app.studio;

import java.util.List;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.results.store.ResultsStore.StoredRun;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.store.RunRecord.Outcome;

/**
 * A run as it is now, finished or not.
 *
 * @param epochs that it has behind it
 */
record LiveRun(StoredRun stored, List<EpochMetrics> epochs) {

  /** How a run fares. */
  enum State {
    RUNNING,
    FINISHED,
    /** Broken off from outside; it can go on. */
    INTERRUPTED,
    /** Broken off by itself. */
    FAILED
  }

  RunRecord record() {
    return stored.record();
  }

  /** What no other run has: experiments of different names may have runs in common. */
  String key() {
    return record().experiment() + "/" + record().id();
  }

  State state() {
    if (record().isFinished()) {
      return State.FINISHED;
    }
    if (stored.files().isBeingWritten()) {
      return State.RUNNING;
    }
    return record().failure() == null ? State.INTERRUPTED : State.FAILED;
  }

  /** The run as if it had been meant to end here, for tables and curves; one epoch is behind it. */
  StoredRun soFar() {
    Outcome outcome = new Outcome("", epochs, epochs.size(), "");
    return new StoredRun(stored.folder(), record().finished(outcome));
  }
}
